# --8<-- [start:all]
import logging
import logging.config
from typing import Any

CONFIG: dict[str, Any] = {
    "version": 1,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"level": "INFO", "handlers": ["out"]},
}

carrier = logging.getLogger("carrier_sdk")  # (1)!

logging.config.dictConfig(CONFIG)
carrier.error("label for O-1001 refused")
print("disabled:", carrier.disabled)

logging.config.dictConfig(CONFIG | {"disable_existing_loggers": False})
carrier.error("label for O-1002 refused")
print("disabled:", carrier.disabled)
# --8<-- [end:all]
