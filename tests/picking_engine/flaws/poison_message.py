"""A message that cannot be handled is acknowledged, and gone without a trace."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

import pika
from orders import rabbit_settings, redis_settings, until

from picking_engine.rabbit_consumer import QUEUE, RabbitConsumer, declare, parameters
from picking_engine.redis_repository import RedisRepository

NEEDS = ("redis", "rabbitmq")
DEAD = f"{QUEUE}.dead"
POISON = b"no JSON"
PICKED = b'{"orderId": "AT-1", "state": "PICKED"}'
NOWHERE = "redis://127.0.0.1:1/0"


class Notes(logging.Handler):
    """Keeps what an operator would see."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def waiting(queue: str) -> int | None:
    """How many messages lie in a queue; None where there is no such queue."""
    url = parameters(rabbit_settings(os.environ["AMQP_URL"]))
    with pika.BlockingConnection(url) as connection:
        try:
            found = connection.channel().queue_declare(queue, passive=True)
        except pika.exceptions.ChannelClosedByBroker:
            return None
    return int(found.method.message_count)


def consume(body: bytes, redis_url: str, done: Callable[[list[str]], bool]) -> list[str]:
    """Let a consumer take one message, until something is so; what it logged."""
    settings = rabbit_settings(os.environ["AMQP_URL"])
    with pika.BlockingConnection(parameters(settings)) as connection:
        channel = connection.channel()
        declare(channel)
        channel.confirm_delivery()
        channel.basic_publish("wapi-events", "wapi-order-event", body, mandatory=True)
    notes = Notes()
    logging.getLogger("picking_engine").addHandler(notes)
    repository = RedisRepository("at", redis_settings(redis_url))
    consumer = RabbitConsumer("at", settings, repository)
    handled = repository_calls(consumer)
    consumer.start()
    try:
        until(lambda: bool(handled) and done(notes.lines), patience=5)
    finally:
        consumer.stop()
        consumer.join(20)
        repository.close()
        logging.getLogger("picking_engine").removeHandler(notes)
    return notes.lines


def repository_calls(consumer: RabbitConsumer) -> list[str]:
    """Note each message that the consumer begins to handle."""
    begun: list[str] = []
    handle = consumer.handle_message

    def noted(exchange: str, body: bytes) -> None:
        begun.append(exchange)
        handle(exchange, body)

    consumer.handle_message = noted  # type: ignore[method-assign]
    return begun


def shows() -> None:
    lines = consume(POISON, os.environ["REDIS_URL"], lambda _: True)
    assert lines == []
    assert waiting(QUEUE) == 0
    assert waiting(DEAD) is None
    consume(PICKED, NOWHERE, lambda lines: len(lines) >= 4)
    assert waiting(QUEUE) == 0


def is_cured() -> None:
    lines = consume(POISON, os.environ["REDIS_URL"], bool)
    assert "cannot be handled" in lines[0]
    until(lambda: waiting(DEAD) == 1)
    assert waiting(QUEUE) == 0
    consume(PICKED, NOWHERE, lambda lines: any("comes again" in line for line in lines))
    assert (waiting(QUEUE), waiting(DEAD)) == (1, 1)
