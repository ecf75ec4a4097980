# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:all]
import logging

logging.basicConfig(level=logging.INFO, format="%(funcName)s: %(message)s")
logger = logging.getLogger("warehouse.audit")


def audit(message: str) -> None:
    logger.info(message)


def audit_caller(message: str) -> None:
    logger.info(message, stacklevel=2)  # (1)!


def cancel_order() -> None:
    audit("order cancelled")
    audit_caller("order cancelled")
    logger.warning("cancelled twice", stack_info=True)  # (2)!


cancel_order()
# --8<-- [end:all]
