"""Build C: what waits in a warehouse, read from Redis itself."""

from __future__ import annotations

import redis


def waiting(client: redis.Redis, warehouse_id: int) -> list[str]:
    """One line for each order that waits, the first to be picked first.

    A line reads `AT-7 at 2026-11-21T12:00:00Z, products: 2`: the order's id, its
    prioritisation time as its JSON spells it, and how many products it has. An
    order that is taken away while we read is left out.

    Args:
        client: connected to the country's Redis; it answers with bytes.
        warehouse_id: such as 101.
    """
    raise NotImplementedError
