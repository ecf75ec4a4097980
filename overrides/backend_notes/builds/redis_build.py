"""Build C: what waits, read from Redis."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any

from backend_notes.builds.service import order, serve
from backend_notes.builds.steps import Build, MissingError
from backend_notes.builds.working_copy import PACKAGE, call, package_of
from backend_notes.project import Project
from backend_notes.services.lease import Services


def waiting(project: Project, services: Services) -> Generator[None]:
    """Build C, on a queue that the service itself has filled."""
    look = f"`order_key`, `queue_key` and `_read` in {PACKAGE}/redis_repository.py."
    with serve(services, package_of(project)) as service:
        url = service.stack.addresses.redis["at"]
        for number, minute, products in ((1, 30, 1), (2, 10, 2), (3, 20, 1)):
            body = order(number, minute=minute, products=products)
            service.demand(service.ask("POST", "/process_order", body), 200, look)
        _demand_lines(call(project, "waiting", url=url, warehouse_id=102), [], look)
        yield
        listed = service.demand(service.ask("GET", "/get_orders/at/101"), 200, look)
        lines = [
            f"{one['orderId']} at {one['prioritisationTime']}, products: {len(one['products'])}"
            for one in listed
        ]
        _demand_lines(call(project, "waiting", url=url, warehouse_id=101), lines, look)
        yield
        _forget_hash(url, "order:AT-3")
        left = [line for line in lines if not line.startswith("AT-3 ")]
        _demand_lines(call(project, "waiting", url=url, warehouse_id=101), left, look)
        yield


def _demand_lines(found: Any, expected: list[str], look: str) -> None:
    if found != expected:
        raise MissingError(
            f"expected {json.dumps(expected, indent=2)}\nfound    {json.dumps(found, indent=2)}",
            look,
        )


def _forget_hash(url: str, key: str) -> None:
    """What a reader sees who comes between a warehouse's queue and an order that goes."""
    import redis

    with redis.Redis.from_url(url) as client:
        client.delete(key)


BUILD = Build(
    "what waits, straight from Redis",
    (
        "For a warehouse where nothing waits, `waiting` returns an empty list.",
        "For warehouse 101 it says what GET /get_orders/at/101 says, in the same order.",
        "An order that is taken away while we read is left out.",
    ),
    waiting,
    "How often does your code ask Redis for a thousand orders?",
)
