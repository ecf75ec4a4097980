"""Build D: an event that makes an order disappear."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any

from backend_notes.builds.service import Service, eventually, order, serve
from backend_notes.builds.steps import Build, MissingError
from backend_notes.builds.working_copy import PACKAGE, call, package_of
from backend_notes.project import Project
from backend_notes.services.lease import Services


def picked(project: Project, services: Services) -> Generator[None]:
    """Build D, with the service consuming."""
    import pika

    from picking_engine.rabbit_consumer import BINDINGS, QUEUE

    with serve(services, package_of(project), rabbitmq=True) as service:
        url = service.stack.addresses.rabbitmq["at"]
        with pika.BlockingConnection(pika.URLParameters(url)) as connection:
            eventually(lambda: _is_consumed(connection, QUEUE), 15)
            channel = connection.channel()
            probe = channel.queue_declare("", exclusive=True).method.queue
            exchange, _, routing_key = BINDINGS[0]
            channel.queue_bind(probe, exchange, routing_key)
            look = f"`BINDINGS` and `on_order_event` in {PACKAGE}/rabbit_consumer.py."
            for number in (1, 2):
                service.demand(service.ask("POST", "/process_order", order(number)), 200, look)
            call(project, "picked", url=url, order_id="AT-1")
            _demand_event(channel, probe)
            yield
            if not eventually(lambda: _waiting(service) == ["AT-2"], 5):
                raise MissingError(f"Waiting in 101 are: {', '.join(_waiting(service))}.", look)
            yield
            call(project, "picked", url=url, order_id="AT-1")
            if not eventually(lambda: _is_empty(connection, QUEUE), 5):
                raise MissingError("The second event still lies in the queue.", look)
            if _waiting(service) != ["AT-2"]:
                raise MissingError("AT-2 is gone too.", look)
            yield


def _demand_event(channel: Any, probe: str) -> None:
    """See that one message has come by, and that the service can read it."""
    look = f"`BINDINGS` in {PACKAGE}/rabbit_consumer.py, and `OrderEvent` in {PACKAGE}/models.py."
    got: list[bytes] = []

    def has_come() -> bool:
        body = channel.basic_get(probe, auto_ack=True)[2]
        got.extend([body] if body else [])
        return bool(got)

    if not eventually(has_come, 3):
        raise MissingError("No message came to the exchange with that routing key.", look)
    text = got[0].decode(errors="replace")
    try:
        event = json.loads(text)
    except ValueError:
        raise MissingError(f"The message is no JSON: {text}", look) from None
    if event != {"orderId": "AT-1", "state": "PICKED"}:
        raise MissingError(f"The service does not take this for AT-1 being picked: {text}", look)


def _waiting(service: Service) -> list[str]:
    orders = service.ask("GET", "/get_orders/at/101").body
    return [one["orderId"] for one in orders]


def _is_consumed(connection: Any, queue: str) -> bool:
    found = _look_at(connection, queue)
    return found is not None and found.consumer_count > 0


def _is_empty(connection: Any, queue: str) -> bool:
    found = _look_at(connection, queue)
    return found is not None and found.message_count == 0


def _look_at(connection: Any, queue: str) -> Any:
    """A queue's figures; None where it does not exist."""
    from pika.exceptions import ChannelClosedByBroker

    try:
        with connection.channel() as channel:
            return channel.queue_declare(queue, passive=True).method
    except ChannelClosedByBroker:
        return None


BUILD = Build(
    "publish a picked event",
    (
        "`publish_picked` publishes an event that the service is bound to and can read.",
        "The order leaves Redis, and another one stays.",
        "A second event for the same order changes nothing.",
    ),
    picked,
    "Send `this is no JSON` next, and look for it in the log.",
)
