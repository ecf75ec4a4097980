# --8<-- [start:all]
import logging
from itertools import cycle
from logging.handlers import RotatingFileHandler
from pathlib import Path


def kept(file: str, workers: int) -> int:
    handlers = [
        RotatingFileHandler(file, maxBytes=600, backupCount=2, encoding="utf-8")
        for _ in range(workers)  # (1)!
    ]
    for number, handler in zip(range(100), cycle(handlers)):
        text = f"picked line {number:03}"
        handler.handle(logging.makeLogRecord({"msg": text}))
    files = Path().glob(f"{file}*")
    return sum(len(path.read_text().splitlines()) for path in files)


print("one worker keeps", kept("one.log", 1), "of 100 lines")
#> one worker keeps 100 of 100 lines
print("two workers keep", kept("two.log", 2), "of 100 lines")
#> two workers keep 100 of 100 lines
# --8<-- [end:all]
