# --8<-- [start:all]
import logging
from itertools import cycle
from logging.handlers import RotatingFileHandler
from pathlib import Path


def complete(file: str, workers: int) -> bool:
    handlers = [
        RotatingFileHandler(file, "a", 300, backupCount=2, encoding="utf-8")
        for _ in range(workers)  # (1)!
    ]
    for number, handler in zip(range(100), cycle(handlers)):
        text = f"picked line {number:03}"
        handler.handle(logging.makeLogRecord({"msg": text}))
    text = "".join(path.read_text() for path in Path().glob(f"{file}*"))
    kept = [int(line[-3:]) for line in text.splitlines()]
    return len(kept) == max(kept) - min(kept) + 1  # (2)!


print("one worker, complete:", complete("one.log", 1))
#> one worker, complete: True
print("two workers, complete:", complete("two.log", 2))
#> two workers, complete: False
# --8<-- [end:all]
