"""Build D: tell the service that an order is picked."""

from __future__ import annotations

from pika.adapters.blocking_connection import BlockingChannel


def publish_picked(channel: BlockingChannel, order_id: str) -> None:
    """Publish the event after which the service forgets an order.

    Args:
        channel: on the country's virtual host; the caller closes it.
        order_id: such as AT-7.
    """
    raise NotImplementedError
