# --8<-- [start:all]
import logging
import re

SECRET = re.compile(r"(?<=Bearer )\S+|\b\d(?:[ -]?\d){12,18}\b")  # (1)!


class RedactFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = SECRET.sub("***", record.getMessage())  # (2)!
        record.args = None
        return True


class RedactFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub("***", super().format(record))  # (3)!


CARD = "4111 1111 1111 1111"


def charge(card: str) -> None:
    raise ValueError(f"declined: {card}")


handler = logging.StreamHandler()
handler.addFilter(RedactFilter())
logging.basicConfig(handlers=[handler], format="%(message)s")
logger = logging.getLogger("warehouse.payment")
logger.warning("carrier refused %s", "Bearer eyJhbGciOi.x.y")
for formatter in (logging.Formatter(), RedactFormatter()):
    handler.setFormatter(formatter)
    try:
        charge(CARD)
    except ValueError:
        logger.exception("payment failed")
# --8<-- [end:all]
