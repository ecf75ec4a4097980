# --8<-- [start:all]
import structlog
from structlog.contextvars import (
    bind_contextvars,
    bound_contextvars,
    merge_contextvars,
    unbind_contextvars,
)
from structlog.processors import KeyValueRenderer

structlog.configure(processors=[merge_contextvars, KeyValueRenderer(sort_keys=True)])
log = structlog.get_logger()


def print_label(carrier: str) -> None:
    with bound_contextvars(carrier=carrier):
        log.info("label_requested")


bind_contextvars(order_id="O-1001", carrier="DHL")
print_label("UPS")
log.info("after_with")

bind_contextvars(carrier="UPS")
unbind_contextvars("carrier")
log.info("after_unbind")
# --8<-- [end:all]
