"""What runs on the learner's code, in a process that may fail: `child ANSWER TASK ARGUMENTS`.

PYTHONPATH leads to the learner's `picking_engine`. The answer goes to a file as JSON; whatever the
code raises goes to standard error as a traceback, for `working_copy` to read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def application() -> dict[str, Any]:
    """What the application's OpenAPI description says."""
    from picking_engine.app import create_app

    return create_app().openapi()


def waiting(url: str, warehouse_id: int) -> list[str]:
    """Build C's function."""
    import redis

    from picking_engine.exercises.waiting import waiting

    with redis.Redis.from_url(url) as client:
        return waiting(client, warehouse_id)


def picked(url: str, order_id: str) -> None:
    """Build D's function."""
    import pika

    from picking_engine.exercises.picked import publish_picked

    with pika.BlockingConnection(pika.URLParameters(url)) as connection:
        channel = connection.channel()
        publish_picked(channel, order_id)
        if channel.is_open:
            channel.basic_qos()  # RabbitMQ answers, and so tells what it thinks of the message


def tenant(settings: dict[str, Any]) -> list[str]:
    """Build G's function."""
    from picking_engine.config import TenantSettings
    from picking_engine.exercises.tenant import describe

    return describe(TenantSettings.model_validate(settings))


TASKS: dict[str, Callable[..., Any]] = {
    task.__name__: task for task in (application, waiting, picked, tenant)
}


if __name__ == "__main__":
    _, place, name, arguments = sys.argv
    answer = json.dumps(TASKS[name](**json.loads(arguments)), default=repr)
    Path(place).write_text(answer, encoding="utf-8")
