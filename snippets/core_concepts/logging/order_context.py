# --8<-- [start:all]
import asyncio
import logging
from contextvars import ContextVar

order_id: ContextVar[str] = ContextVar("order_id", default="-")


class AddOrderId(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.order_id = order_id.get()
        return True  # (1)!


handler = logging.StreamHandler()
handler.addFilter(AddOrderId())  # (2)!
line = "%(order_id)s %(name)s: %(message)s"
logging.basicConfig(level=logging.INFO, handlers=[handler], format=line)


async def pack(order: str) -> None:
    order_id.set(order)
    await asyncio.sleep(0.01)
    logging.getLogger("warehouse.packing").info("packed")


async def main() -> None:
    await asyncio.gather(pack("O-1001"), pack("O-1002"))
    logging.getLogger("carrier_sdk").info("connection closed")


asyncio.run(main())
# --8<-- [end:all]
