# --8<-- [start:all]
import logging
from pathlib import Path

logging.raiseExceptions = False  # (1)!
logger = logging.getLogger("warehouse.orders")

for encoding in ("cp1252", "utf-8"):
    handler = logging.FileHandler(f"{encoding}.log", encoding=encoding)
    logging.basicConfig(handlers=[handler], format="%(message)s", force=True)
    logger.warning("address of Łukasz refused")
    print(encoding, Path(f"{encoding}.log").read_text(encoding).splitlines())
    #> cp1252 []
    #> utf-8 ['address of Łukasz refused']
# --8<-- [end:all]
