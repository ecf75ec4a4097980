# --8<-- [start:all]
import logging
from itertools import cycle
from logging.handlers import RotatingFileHandler
from pathlib import Path


def holes(file: str, workers: int) -> int:
    handlers = [
        RotatingFileHandler(file, maxBytes=300, backupCount=2, encoding="utf-8")
        for _ in range(workers)  # (1)!
    ]
    for number, handler in zip(range(100), cycle(handlers)):
        text = f"picked line {number:03}"
        handler.handle(logging.makeLogRecord({"msg": text}))
    text = "".join(path.read_text() for path in Path().glob(f"{file}*"))
    kept = [int(line[-3:]) for line in text.splitlines()]
    return max(kept) - min(kept) + 1 - len(kept)  # (2)!


print("one worker:", holes("one.log", 1), "lines missing in between")
#> one worker: 0 lines missing in between
print("two workers:", holes("two.log", 2), "lines missing in between")
#> two workers: 17 lines missing in between
# --8<-- [end:all]
