"""Events of the warehouse and the shop: one consumer for each country."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError
from tenacity import (
    RetryError,
    Retrying,
    before_sleep_log,
    retry_if_exception_type,
    stop_when_event_set,
    wait_exponential,
)
from tenacity.nap import sleep_using_event

from picking_engine.config import RabbitSettings
from picking_engine.models import (
    CancelEvent,
    OrderEvent,
    OrderState,
    PredictionEvent,
)
from picking_engine.redis_repository import RedisRepository
from picking_engine.tenants import Tenants

logger = logging.getLogger(__name__)

LOST = (AMQPError, OSError)

# --8<-- [start:bindings]
QUEUE = "picking-engine"
ORDERS = "wapi-events"
CANCELLATIONS = "web.order.event"
BALANCING = "workers-balancing"
# Exchange, its type, and the routing key that we want from it.
BINDINGS = (
    (ORDERS, "direct", "wapi-order-event"),
    (CANCELLATIONS, "topic", "web.order.event.cancel"),
    (BALANCING, "topic", "work-volume-prediction.computed"),
)
# --8<-- [end:bindings]


# --8<-- [start:handlers]
def on_order_event(body: bytes, repository: RedisRepository) -> None:
    """A picked order leaves the queue."""
    event = OrderEvent.model_validate_json(body)
    if event.state is OrderState.PICKED:
        repository.remove(event.order_id)


def on_cancellation(body: bytes, repository: RedisRepository) -> None:
    """A cancelled order leaves the queue."""
    repository.remove(CancelEvent.model_validate_json(body).order_id)


def on_prediction(body: bytes, repository: RedisRepository) -> None:
    """A prediction takes the place of the one before."""
    repository.save_prediction(PredictionEvent.model_validate_json(body))


HANDLERS: dict[str, Callable[[bytes, RedisRepository], None]] = {
    ORDERS: on_order_event,
    CANCELLATIONS: on_cancellation,
    BALANCING: on_prediction,
}
# --8<-- [end:handlers]


def parameters(settings: RabbitSettings) -> pika.ConnectionParameters:
    """How to reach a tenant's virtual host."""
    password = settings.password.get_secret_value()
    return pika.ConnectionParameters(
        host=settings.host,
        port=settings.port,
        virtual_host=settings.virtual_host,
        credentials=pika.PlainCredentials(settings.username, password),
        heartbeat=30,
        socket_timeout=3,
        stack_timeout=5,
    )


# --8<-- [start:declare]
def declare(channel: BlockingChannel) -> None:
    """Make the queue and its bindings, where they are not there yet."""
    channel.queue_declare(QUEUE, durable=True)
    for exchange, kind, routing_key in BINDINGS:
        channel.exchange_declare(exchange, kind, durable=True)
        channel.queue_bind(QUEUE, exchange, routing_key)


# --8<-- [end:declare]


class RabbitConsumer(threading.Thread):
    """A thread that takes one country's events, with a connection of its own."""

    def __init__(
        self, country: str, settings: RabbitSettings, repository: RedisRepository
    ) -> None:
        super().__init__(name=f"consumer-{country}", daemon=True)
        self._settings = settings
        self._repository = repository
        self._stopping = threading.Event()

    def stop(self) -> None:
        """Finish the message at hand and end."""
        self._stopping.set()

    # --8<-- [start:run]
    def run(self) -> None:
        """Consume until told to stop; where the connection is lost, open it again."""
        while not self._stopping.is_set():
            try:
                connection, channel = self._open()
                with connection:
                    self._consume(channel)
            except LOST as error:
                logger.warning("%s lost RabbitMQ: %r", self.name, error)
            except RetryError:  # told to stop while RabbitMQ was away
                return

    def _open(self) -> tuple[pika.BlockingConnection, BlockingChannel]:
        retrying = Retrying(
            retry=retry_if_exception_type(LOST),
            wait=wait_exponential(multiplier=0.5, max=30),
            stop=stop_when_event_set(self._stopping),
            sleep=sleep_using_event(self._stopping),
            before_sleep=before_sleep_log(logger, logging.WARNING),
        )
        return retrying(self._connect)

    # --8<-- [end:run]

    def _connect(self) -> tuple[pika.BlockingConnection, BlockingChannel]:
        connection = pika.BlockingConnection(parameters(self._settings))
        channel = connection.channel()
        declare(channel)
        channel.basic_qos(prefetch_count=50)
        return connection, channel

    # --8<-- [start:consume]
    def _consume(self, channel: BlockingChannel) -> None:
        for method, _, body in channel.consume(QUEUE, inactivity_timeout=0.5):
            if method is not None:
                self.handle_message(method.exchange, body)
                channel.basic_ack(method.delivery_tag)
            if self._stopping.is_set():
                return

    def handle_message(self, exchange: str, body: bytes) -> None:
        """Do what a message of an exchange asks for."""
        try:
            HANDLERS[exchange](body, self._repository)
        except Exception:
            logger.debug("a message was not handled", exc_info=True)

    # --8<-- [end:consume]


# --8<-- [start:start-consumers]
def start_consumers(tenants: Tenants) -> list[RabbitConsumer]:
    """A consumer for each country that has a virtual host."""
    consumers = [
        RabbitConsumer(tenant.country, tenant.settings.rabbitmq, tenant.repository)
        for tenant in tenants.all()
        if tenant.settings.rabbitmq is not None
    ]
    for consumer in consumers:
        consumer.start()
    return consumers


# --8<-- [end:start-consumers]
