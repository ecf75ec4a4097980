# --8<-- [start:all]
import structlog
from structlog.types import EventDict, WrappedLogger

SECRET = {"password", "authorization"}


def redact(logger: WrappedLogger, method: str, event_dict: EventDict) -> EventDict:
    for key in event_dict.keys() & SECRET:
        event_dict[key] = "***"
    return event_dict


structlog.configure(processors=[redact, structlog.processors.JSONRenderer()])
log = structlog.get_logger()

log.info("login", password="hunter2")
log.info("carrier_called", headers={"Authorization": "Bearer s3cr3t"})
log.info("customers_imported", rows=[{"id": "C-1", "password": "hunter2"}])
# --8<-- [end:all]
