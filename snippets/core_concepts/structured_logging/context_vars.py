# --8<-- [start:all]
import asyncio

import structlog
from structlog.contextvars import bind_contextvars, clear_contextvars, merge_contextvars

structlog.configure(
    processors=[merge_contextvars, structlog.processors.JSONRenderer()]
)  # (1)!
log = structlog.get_logger()


async def reserve(sku: str) -> None:
    await asyncio.sleep(0.01)
    log.info("stock_reserved", sku=sku)  # (2)!


async def handle(order_id: str, sku: str) -> None:
    clear_contextvars()  # (3)!
    bind_contextvars(order_id=order_id)
    await reserve(sku)


async def main() -> None:
    await asyncio.gather(handle("O-1001", "SKU-7"), handle("O-1002", "SKU-9"))
    log.info("batch_done")  # (4)!


asyncio.run(main())
# --8<-- [end:all]
