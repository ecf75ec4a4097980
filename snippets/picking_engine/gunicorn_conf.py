"""The production entry: `gunicorn --config python:picking_engine.gunicorn_conf`."""

from __future__ import annotations

import os
import sys
from typing import Any

from picking_engine.config import get_settings
from picking_engine.errors import ConfigurationError
from picking_engine.startup import check_parts


def worker_count(text: str) -> int:
    """How many workers PICKING_WORKERS asks for; what is no number ends the start."""
    if text.isdecimal() and int(text) > 0:
        return int(text)
    sentence = f"PICKING_WORKERS is {text!r}. Set a whole number, 1 or more."
    print(sentence, file=sys.stderr)
    sys.exit(2)


# --8<-- [start:processes]
wsgi_app = "picking_engine.app:create_app()"
worker_class = "uvicorn_worker.UvicornWorker"
workers = worker_count(os.environ.get("PICKING_WORKERS", "4"))
bind = os.environ.get("PICKING_BIND", "0.0.0.0:8080")
graceful_timeout = 10
# --8<-- [end:processes]

control_socket_disable = True

# --8<-- [start:logging]
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
        }
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"level": "INFO", "handlers": ["stderr"]},
    "loggers": {
        # The timing middleware says more than uvicorn's line for each request.
        "uvicorn.access": {"level": "WARNING"},
        "gunicorn.error": {"propagate": True},
        "httpx2": {"level": "WARNING"},
        "pika": {"level": "CRITICAL"},
    },
}
# --8<-- [end:logging]


# --8<-- [start:on-starting]
def on_starting(_: Any) -> None:
    """Before the first worker: fetch the settings and see that every part answers.

    The workers are forks of this process, so they have the settings already.
    """
    try:
        settings = get_settings()
        if settings.fail_fast:
            check_parts(settings)
    except ConfigurationError as error:
        sys.exit(str(error))


# --8<-- [end:on-starting]
