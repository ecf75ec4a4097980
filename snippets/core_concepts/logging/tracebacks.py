# --8<-- [start:all]
import logging

logging.basicConfig(format="%(levelname)s %(message)s")
logger = logging.getLogger("warehouse.orders")


def quantity(text: str) -> int:
    return int(text)


failure: Exception | None = None
try:
    quantity("two")
except ValueError as error:
    logger.error("line refused: %s", error)  # (1)!
    logger.exception("line refused")  # (2)!
    failure = error

logger.exception("too late")  # (3)!
logger.warning("default quantity used", exc_info=failure)  # (4)!
# --8<-- [end:all]
