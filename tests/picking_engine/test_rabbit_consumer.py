"""Events from a real RabbitMQ, and what they do to the orders in a real Redis."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pika
import pytest
from faults import Breakable, Proxy
from orders import NOON, queued, rabbit_settings, until

from picking_engine.config import RabbitSettings
from picking_engine.models import Sector
from picking_engine.rabbit_consumer import QUEUE, RabbitConsumer, declare, parameters
from picking_engine.redis_repository import RedisRepository

PICKED = ("wapi-events", "wapi-order-event", {"orderId": "AT-1", "state": "PICKED"})
CREATED = ("wapi-events", "wapi-order-event", {"orderId": "AT-1", "state": "CREATED"})
CANCELLED = ("web.order.event", "web.order.event.cancel", {"orderId": "AT-1"})
BALANCING = ("workers-balancing", "work-volume-prediction.computed")


@pytest.fixture
def rabbit(share: Callable[[str], str]) -> RabbitSettings:
    return rabbit_settings(share("rabbitmq"))


@contextmanager
def consuming(rabbit: RabbitSettings, repository: RedisRepository) -> Iterator[RabbitConsumer]:
    consumer = RabbitConsumer("at", rabbit, repository)
    consumer.start()
    try:
        yield consumer
    finally:
        consumer.stop()
        consumer.join(20)
        assert not consumer.is_alive()


def publish(rabbit: RabbitSettings, *messages: tuple[str, str, Any]) -> None:
    """Publish, sure that RabbitMQ has written each message down."""
    with pika.BlockingConnection(parameters(rabbit)) as connection:
        channel = connection.channel()
        declare(channel)
        channel.confirm_delivery()
        for exchange, routing_key, body in messages:
            text = body if isinstance(body, bytes) else json.dumps(body).encode()
            durable = pika.BasicProperties(delivery_mode=pika.DeliveryMode.Persistent)
            channel.basic_publish(exchange, routing_key, text, durable, mandatory=True)


def waiting(rabbit: RabbitSettings) -> int:
    """How many messages lie in the queue."""
    with pika.BlockingConnection(parameters(rabbit)) as connection:
        found = connection.channel().queue_declare(QUEUE, passive=True)
        return int(found.method.message_count)


@pytest.mark.parametrize("message", [PICKED, CANCELLED], ids=lambda message: message[0])
def test_a_picked_or_cancelled_order_leaves(
    rabbit: RabbitSettings, repository: RedisRepository, message: tuple[str, str, Any]
) -> None:
    repository.save(queued(1))
    repository.save(queued(2))
    with consuming(rabbit, repository):
        publish(rabbit, message)
        until(lambda: repository.count(101) == 1)
    assert repository.get("AT-2") is not None
    assert waiting(rabbit) == 0


def test_other_news_of_an_order_change_nothing(
    rabbit: RabbitSettings, repository: RedisRepository
) -> None:
    repository.save(queued(1))
    repository.save(queued(2))
    second = (*PICKED[:2], {"orderId": "AT-2", "state": "PICKED"})
    with consuming(rabbit, repository):
        publish(rabbit, CREATED, second)
        until(lambda: repository.get("AT-2") is None)
    assert repository.get("AT-1") is not None


def test_a_prediction_is_kept(rabbit: RabbitSettings, repository: RedisRepository) -> None:
    body = {
        "warehouseId": 101,
        "computedAt": (NOON + timedelta(minutes=1)).isoformat(),
        "volumes": {"MANUAL": "12.5", "AUTOMATED": 40},
    }
    with consuming(rabbit, repository):
        publish(rabbit, (*BALANCING, body))
        until(lambda: bool(repository.prediction(101)))
    volumes = {Sector.MANUAL: Decimal("12.5"), Sector.AUTOMATED: Decimal(40)}
    assert repository.prediction(101) == volumes


def test_a_message_delivered_twice_does_no_harm(
    rabbit: RabbitSettings, repository: RedisRepository
) -> None:
    repository.save(queued(1))
    with consuming(rabbit, repository):
        publish(rabbit, PICKED, PICKED, CANCELLED)
        until(lambda: repository.count(101) == 0 and waiting(rabbit) == 0)


def test_events_that_come_while_nobody_consumes_wait(
    rabbit: RabbitSettings, repository: RedisRepository
) -> None:
    repository.save(queued(1))
    publish(rabbit, PICKED)
    assert waiting(rabbit) == 1
    with consuming(rabbit, repository):
        until(lambda: repository.count(101) == 0)


@pytest.mark.parametrize(
    "poison",
    [b"", b"\xff\xfe", b"{", b"[]", b'{"orderId": 1}', b'{"orderId": "AT-1", "state": "EATEN"}'],
)
def test_a_malformed_message_does_not_hold_up_the_next(
    rabbit: RabbitSettings, repository: RedisRepository, poison: bytes
) -> None:
    repository.save(queued(1))
    with consuming(rabbit, repository) as consumer:
        publish(rabbit, (*PICKED[:2], poison), PICKED)
        until(lambda: repository.count(101) == 0)
        assert consumer.is_alive()


def test_two_workers_share_the_events(rabbit: RabbitSettings, repository: RedisRepository) -> None:
    for number in range(200):
        repository.save(queued(number))
    with consuming(rabbit, repository), consuming(rabbit, repository):
        picked = [{"orderId": f"AT-{number}", "state": "PICKED"} for number in range(200)]
        publish(rabbit, *((*PICKED[:2], body) for body in picked))
        until(lambda: repository.count(101) == 0)


def test_countries_do_not_hear_each_other(
    share: Callable[[str], str], rabbit: RabbitSettings, repository: RedisRepository
) -> None:
    repository.save(queued(1))
    other = rabbit_settings(share("rabbitmq"))
    publish(other, PICKED)
    with consuming(rabbit, repository):
        publish(rabbit, CREATED)
        until(lambda: waiting(rabbit) == 0)
    assert (repository.count(101), waiting(other)) == (1, 1)


def test_a_cut_connection_is_opened_again(
    rabbit: RabbitSettings,
    repository: RedisRepository,
    proxy: Callable[[str], Proxy],
    caplog: pytest.LogCaptureFixture,
) -> None:
    way = proxy(f"amqp://{rabbit.host}:{rabbit.port}/")
    port = int(way.url.rpartition(":")[2].strip("/"))
    with consuming(rabbit.model_copy(update={"port": port}), repository):
        until(lambda: way.connections == 1)
        repository.save(queued(1))
        publish(rabbit, PICKED)
        until(lambda: repository.count(101) == 0)
        way.cut()
        repository.save(queued(1))
        publish(rabbit, PICKED)
        until(lambda: repository.count(101) == 0)
    assert way.connections == 2
    assert "consumer-at lost RabbitMQ" in caplog.text


def test_a_broker_restarted_in_between_is_found_again(
    rabbitmq: Breakable, repository: RedisRepository
) -> None:
    rabbit = rabbit_settings(rabbitmq.url)
    repository.save(queued(1))
    publish(rabbit, PICKED)
    rabbitmq.stop()
    with consuming(rabbit, repository):
        rabbitmq.start()
        until(lambda: repository.count(101) == 0, patience=30)


def test_a_consumer_ends_while_the_broker_is_away(repository: RedisRepository) -> None:
    nowhere = rabbit_settings("amqp://guest:guest@127.0.0.1:1/%2F")
    with consuming(nowhere, repository):
        pass
