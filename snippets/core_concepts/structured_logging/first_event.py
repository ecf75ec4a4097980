# --8<-- [start:all]
import logging

import structlog

structlog.configure(
    processors=[  # (1)!
        structlog.processors.add_log_level,
        structlog.processors.JSONRenderer(),  # (2)!
    ],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),  # (3)!
)
log = structlog.get_logger()


def reserve(order_id: str, sku: str, quantity: int) -> None:
    log.debug("stock_row_locked", order_id=order_id, sku=sku)
    log.info("stock_reserved", order_id=order_id, sku=sku, quantity=quantity)  # (4)!


reserve("O-1001", "SKU-7", 3)
reserve("O-1002", "SKU-9", 1)
# --8<-- [end:all]
