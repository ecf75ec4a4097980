# --8<-- [start:all]
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

handler = RotatingFileHandler(
    "picks.log",
    maxBytes=60,
    backupCount=2,
    encoding="utf-8",
)
logging.basicConfig(level=logging.INFO, handlers=[handler], format="%(message)s")
logger = logging.getLogger("warehouse.picking")
for number in range(1, 11):
    logger.info("picked line %02d", number)

for path in sorted(Path().glob("picks.log*")):
    print(path, [int(line[-2:]) for line in path.read_text().splitlines()])
    #> picks.log [10]
    #> picks.log.1 [7, 8, 9]
    #> picks.log.2 [4, 5, 6]
# --8<-- [end:all]
