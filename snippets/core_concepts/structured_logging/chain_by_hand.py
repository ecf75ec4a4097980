# --8<-- [start:all]
from typing import Any

from structlog.processors import JSONRenderer, add_log_level
from structlog.types import EventDict, Processor, WrappedLogger


def add_service(
    logger: WrappedLogger, method: str, event_dict: EventDict
) -> EventDict:  # (1)!
    event_dict["service"] = "picking"
    return event_dict


chain: list[Processor] = [add_log_level, add_service, JSONRenderer()]

value: Any = {"event": "stock_reserved", "order_id": "O-1001"}  # (2)!
for processor in chain:
    value = processor(None, "info", value)  # (3)!
    print(type(value).__name__, value)
# --8<-- [end:all]
