# --8<-- [start:quiz]
from collections.abc import Callable

gone: list[str] = []


def on_order_event(order_id: str, state: str) -> None:
    if state == "PICKED":
        gone.append(order_id)


def on_cancellation(order_id: str, state: str) -> None:
    gone.append(order_id)


HANDLERS: dict[str, Callable[[str, str], None]] = {
    "wapi-events": on_order_event,
    "web.order.event": on_cancellation,
}
for exchange, order_id, state in [
    ("wapi-events", "AT-1", "SHIPPED"),
    ("wapi-events", "AT-2", "PICKED"),
    ("web.order.event", "AT-3", "CREATED"),
]:
    HANDLERS[exchange](order_id, state)
print(gone)
# --8<-- [end:quiz]
