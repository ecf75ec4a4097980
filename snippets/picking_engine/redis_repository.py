"""The orders that wait to be picked, in one tenant's Redis."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

import redis
from pydantic import ValidationError
from redis.backoff import NoBackoff
from redis.client import Pipeline
from redis.retry import Retry

from picking_engine.config import RedisSettings
from picking_engine.models import PredictionEvent, QueuedOrder, Sector
from picking_engine.retries import retried

logger = logging.getLogger(__name__)


# --8<-- [start:keys]
def order_key(order_id: str) -> str:
    """A hash: one order."""
    return f"order:{order_id}"


def queue_key(warehouse_id: int) -> str:
    """A sorted set: the ids of a warehouse's orders by prioritisation time."""
    return f"orders:{warehouse_id}"


def prediction_key(warehouse_id: int) -> str:
    """A hash: the work that a warehouse's sectors will get."""
    return f"prediction:{warehouse_id}"


# --8<-- [end:keys]


class RedisRepository:
    """One tenant's orders. Every method may run twice, and may be called in any thread.

    Attributes:
        part: what an operator calls it.
    """

    # --8<-- [start:connect]
    def __init__(self, country: str, settings: RedisSettings) -> None:
        self.part = f"Redis of {country}"
        self._client = redis.Redis(
            host=settings.host,
            port=settings.port,
            db=settings.database,
            username=settings.username,
            password=settings.password.get_secret_value() or None,
            socket_connect_timeout=1,
            socket_timeout=1,
            retry=Retry(NoBackoff(), 0),  # `retried` does that, in one place
        )

    # --8<-- [end:connect]

    def reconnect(self) -> None:
        """Close the connections that nobody uses at this moment."""
        self._client.connection_pool.disconnect(inuse_connections=False)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    @retried
    def ping(self) -> None:
        """See that Redis answers."""
        self._client.ping()

    # --8<-- [start:save]
    @retried
    def save(self, order: QueuedOrder) -> None:
        """Add an order, or put it in the place of an earlier one with its id."""
        key = order_key(order.order_id)

        def write(pipe: Pipeline) -> None:
            earlier = pipe.hget(key, "warehouse")
            pipe.multi()
            if earlier is not None:
                pipe.zrem(queue_key(int(earlier)), order.order_id)
            pipe.hset(
                key,
                mapping={
                    "warehouse": order.warehouse_id,
                    "json": order.json(by_alias=True),
                },
            )
            time = order.prioritisation_time.timestamp()
            pipe.zadd(queue_key(order.warehouse_id), {order.order_id: time})

        # Starts again where somebody else changes the order in between.
        self._client.transaction(write, key)

    # --8<-- [end:save]

    # --8<-- [start:remove]
    @retried
    def remove(self, order_id: str, before: datetime | None = None) -> bool:
        """Take an order out, or only if it is older than a time; whether it went."""
        key = order_key(order_id)

        def delete(pipe: Pipeline) -> None:
            warehouse = pipe.hget(key, "warehouse")
            queue = queue_key(int(warehouse or 0))
            time = pipe.zscore(queue, order_id)
            pipe.multi()
            if time is not None and (before is None or time < before.timestamp()):
                pipe.zrem(queue, order_id)
                pipe.delete(key)

        return bool(self._client.transaction(delete, key))

    # --8<-- [end:remove]

    @retried
    def get(self, order_id: str) -> QueuedOrder | None:
        """One order, or None."""
        return next(iter(self._read([order_id.encode()])), None)

    @retried
    def orders(self, warehouse_id: int) -> list[QueuedOrder]:
        """All orders of a warehouse, the first to be picked first."""
        return self._read(_ids(self._client.zrange(queue_key(warehouse_id), 0, -1)))

    # --8<-- [start:orders-before]
    @retried
    def orders_before(self, warehouse_id: int, time: datetime) -> list[QueuedOrder]:
        """The orders of a warehouse that come before a time, the last one first."""
        ids = self._client.zrange(
            queue_key(warehouse_id),
            f"({time.timestamp()}",
            "-inf",
            byscore=True,
            desc=True,
        )
        return self._read(_ids(ids))

    # --8<-- [end:orders-before]

    # --8<-- [start:pipeline]
    def _read(self, ids: Iterable[bytes]) -> list[QueuedOrder]:
        """The orders with these ids, in one round trip; those gone by now left out."""
        with self._client.pipeline(transaction=False) as pipe:
            for order_id in ids:
                pipe.hget(order_key(order_id.decode()), "json")
            found = pipe.execute()
        return [order for data in found if data and (order := _parse(data))]

    # --8<-- [end:pipeline]

    @retried
    def count(self, warehouse_id: int) -> int:
        """How many orders of a warehouse wait."""
        return int(self._client.zcard(queue_key(warehouse_id)))

    @retried
    def ids_before(self, warehouse_id: int, time: datetime) -> list[str]:
        """The ids of the orders of a warehouse that are older than a time."""
        limit = f"({time.timestamp()}"
        ids = self._client.zrange(queue_key(warehouse_id), "-inf", limit, byscore=True)
        return [order_id.decode() for order_id in _ids(ids)]

    # --8<-- [start:prediction]
    @retried
    def save_prediction(self, event: PredictionEvent) -> None:
        """Keep a prediction, unless a later one is known."""
        key = prediction_key(event.warehouse_id)
        computed_at = event.computed_at.timestamp()

        def write(pipe: Pipeline) -> None:
            known = pipe.hget(key, "computedAt")
            pipe.multi()
            if known is None or float(known) < computed_at:
                pipe.delete(key)
                pipe.hset(key, "computedAt", computed_at)
                for sector, volume in event.volumes.items():
                    pipe.hset(key, sector, str(volume))

        self._client.transaction(write, key)

    @retried
    def prediction(self, warehouse_id: int) -> dict[Sector, Decimal]:
        """The work that is expected on top; nothing where nobody has predicted any."""
        fields: dict[Any, Any] = self._client.hgetall(prediction_key(warehouse_id))
        return {
            sector: Decimal(fields[sector.encode()].decode())
            for sector in Sector
            if sector.encode() in fields
        }

    # --8<-- [end:prediction]

    @retried
    def claim(self, job: str, seconds: int) -> bool:
        """Whether nobody has claimed a job in the last seconds; it is ours then."""
        return bool(self._client.set(f"job:{job}", "claimed", nx=True, ex=seconds))


def _ids(reply: Any) -> list[bytes]:
    """A reply with order ids, which the library's types leave open."""
    return list(reply)


def _parse(data: bytes) -> QueuedOrder | None:
    """An order from Redis, or None where another version of the service wrote it."""
    try:
        return QueuedOrder.model_validate_json(data)
    except ValidationError as error:
        logger.warning("left out an order that cannot be read: %s", error)
        return None
