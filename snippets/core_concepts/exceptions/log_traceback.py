# --8<-- [start:log]
import logging

logging.basicConfig(format="%(levelname)s %(message)s")
logger = logging.getLogger("picking")


def weight(order_id: str) -> float:
    return {"A-17": 2.5}[order_id]


def careless(order_id: str) -> None:
    try:
        weight(order_id)
    except KeyError as error:
        logger.warning("no weight: %s", error)


def careful(order_id: str) -> None:
    try:
        weight(order_id)
    except KeyError:
        logger.exception("no weight for %s", order_id)


careless("A-99")
careful("A-99")
logger.exception("outside of a handler")
# --8<-- [end:log]
