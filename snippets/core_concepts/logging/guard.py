# --8<-- [start:all]
import logging
from pathlib import Path


def add_file(name: str) -> None:
    logger = logging.getLogger(name)
    if not logger.hasHandlers():  # (1)!
        logger.addHandler(logging.FileHandler("data.log", encoding="utf-8"))


logging.basicConfig(filename="all.log", level=logging.INFO, format="%(name)s")
add_file("data")  # (2)!

logging.getLogger("data").info("imported 40 orders")
logging.getLogger("warehouse.data.stock").info("counted SKU-7")

print("all.log:", Path("all.log").read_text().split())
#> all.log: ['data', 'warehouse.data.stock']
print("data.log exists:", Path("data.log").exists())
#> data.log exists: False
# --8<-- [end:all]
