# --8<-- [start:all]
import structlog
from structlog.processors import JSONRenderer
from structlog.testing import ReturnLoggerFactory, capture_logs


def captured(cache: bool, reconfigure: bool) -> int:
    structlog.configure(
        processors=[JSONRenderer()],
        logger_factory=ReturnLoggerFactory(),
        cache_logger_on_first_use=cache,
    )
    log = structlog.get_logger()
    log.info("warm_up")
    if reconfigure:
        structlog.configure(processors=[JSONRenderer()])
    with capture_logs() as entries:
        log.info("order_packed")
    return len(entries)


print("cached, configured once :", captured(cache=True, reconfigure=False))
print("cached, configured twice:", captured(cache=True, reconfigure=True))
print("not cached, twice       :", captured(cache=False, reconfigure=True))
# --8<-- [end:all]
