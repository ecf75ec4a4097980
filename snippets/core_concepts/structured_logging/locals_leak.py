# --8<-- [start:all]
import structlog
from structlog.processors import ExceptionRenderer, JSONRenderer, dict_tracebacks
from structlog.testing import ReturnLoggerFactory
from structlog.tracebacks import ExceptionDictTransformer
from structlog.types import Processor

CARD = "4111 1111 1111 1111"


def charge(card_number: str) -> None:
    raise TimeoutError("payment gateway")


def leaks(renderer: Processor) -> bool:
    structlog.configure(
        processors=[renderer, JSONRenderer()], logger_factory=ReturnLoggerFactory()
    )
    try:
        charge(CARD)
    except TimeoutError:
        line: str = structlog.get_logger().exception("charge_failed")
    return CARD in line


print("dict_tracebacks:", leaks(dict_tracebacks))
print(
    "show_locals=False:",
    leaks(ExceptionRenderer(ExceptionDictTransformer(show_locals=False))),
)
print("format_exc_info:", leaks(structlog.processors.format_exc_info))
# --8<-- [end:all]
