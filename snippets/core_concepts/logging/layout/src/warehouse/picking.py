# --8<-- [start:all]
import logging

logger = logging.getLogger(__name__)


def pick(sku: str, quantity: int) -> None:
    logger.info("picked %d x %s", quantity, sku)
    # --8<-- [end:all]
