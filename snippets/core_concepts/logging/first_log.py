# /// script
# [tool.notes]
# normalise = ["times"]
# ///
# --8<-- [start:all]
import logging

logging.basicConfig(
    level=logging.INFO,  # (1)!
    format="%(asctime)s %(levelname)s %(name)s: %(message)s",  # (2)!
)
logger = logging.getLogger("warehouse.picking")  # (3)!


def pick(sku: str, quantity: int, stock: int) -> None:
    print("got here")
    logger.debug("stock of %s is %d", sku, stock)  # (4)!
    logger.info("picked %d x %s", quantity, sku)  # (5)!
    if stock - quantity < 5:
        logger.warning("only %d left of %s", stock - quantity, sku)


pick("SKU-7", quantity=2, stock=40)
pick("SKU-8", quantity=2, stock=6)
# --8<-- [end:all]
