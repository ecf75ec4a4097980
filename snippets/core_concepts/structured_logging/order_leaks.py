# --8<-- [start:all]
import structlog
from structlog.contextvars import bind_contextvars, merge_contextvars
from structlog.types import EventDict, WrappedLogger


def redact(logger: WrappedLogger, method: str, event_dict: EventDict) -> EventDict:
    if "token" in event_dict:
        event_dict["token"] = "***"
    return event_dict


structlog.configure(
    processors=[redact, merge_contextvars, structlog.processors.KeyValueRenderer()],
)
bind_contextvars(token="s3cr3t")
structlog.get_logger().info("carrier_called")
# --8<-- [end:all]
