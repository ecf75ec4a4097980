# --8<-- [start:redact]
from collections.abc import Mapping
from typing import Any

import structlog
from structlog.types import EventDict, WrappedLogger

SECRET = {"password", "token", "secret", "authorization", "cookie", "x-api-key"}


def _clean(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {
            key: "***" if str(key).lower() in SECRET else _clean(item)  # (1)!
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, tuple):
        return tuple(_clean(item) for item in value)  # (2)!
    return value


def redact(logger: WrappedLogger, method: str, event_dict: EventDict) -> EventDict:
    return dict(_clean(event_dict))
    # --8<-- [end:redact]


if __name__ == "__main__":
    # --8<-- [start:use]
    structlog.configure(processors=[redact, structlog.processors.JSONRenderer()])
    log = structlog.get_logger()

    log.info("login", password="hunter2")
    log.info(
        "carrier_called", headers={"Authorization": "Bearer s3cr3t", "Accept": "*/*"}
    )
    log.info("customers_imported", rows=[{"id": "C-1", "password": "hunter2"}])
    # --8<-- [end:use]
