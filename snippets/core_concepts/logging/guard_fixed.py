# --8<-- [start:all]
import logging
from pathlib import Path


def add_file(name: str) -> None:
    logger = logging.getLogger(name)
    if not logger.handlers:
        logger.addHandler(logging.FileHandler("data.log", encoding="utf-8"))


logging.basicConfig(filename="all.log", level=logging.INFO, format="%(message)s")
add_file("warehouse.data")
add_file("warehouse.data")

logging.getLogger("warehouse.data.stock").info("counted SKU-7")
logging.getLogger("warehouse.picking").info("picked SKU-8")

for name in ("all.log", "data.log"):
    print(name, Path(name).read_text().splitlines())
    #> all.log ['counted SKU-7', 'picked SKU-8']
    #> data.log ['counted SKU-7']
# --8<-- [end:all]
