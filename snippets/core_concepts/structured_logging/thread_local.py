# --8<-- [start:all]
import asyncio
import warnings

import structlog
from structlog.threadlocal import bind_threadlocal, merge_threadlocal

warnings.simplefilter("ignore", DeprecationWarning)
structlog.configure(
    processors=[merge_threadlocal, structlog.processors.KeyValueRenderer()]
)
log = structlog.get_logger()


async def handle(order_id: str) -> None:
    bind_threadlocal(order_id=order_id)
    await asyncio.sleep(0.01)
    log.info("order_packed", truth=order_id)


async def main() -> None:
    await asyncio.gather(handle("O-1001"), handle("O-1002"))


asyncio.run(main())

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    bind_threadlocal(order_id="O-1003")
print(caught[0].category.__name__, caught[0].message)
# --8<-- [end:all]
