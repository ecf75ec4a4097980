# --8<-- [start:all]
import logging.config
import time
from typing import Any


class UtcFormatter(logging.Formatter):
    converter = time.gmtime  # (1)!
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"


def config(level: str) -> dict[str, Any]:
    line = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    return {
        "version": 1,
        "disable_existing_loggers": False,  # (2)!
        "formatters": {"line": {"()": UtcFormatter, "format": line}},  # (3)!
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",  # (4)!
                "formatter": "line",
            },
        },
        "root": {"level": level, "handlers": ["stdout"]},
        "loggers": {"carrier_sdk": {"level": "ERROR"}},  # (5)!
    }


def configure(level: str = "INFO") -> None:
    logging.config.dictConfig(config(level))
    # --8<-- [end:all]
