# --8<-- [start:cancelled]
import asyncio
from collections.abc import Awaitable, Callable


async def swallow(order_id: str) -> str:
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("  releasing the reservation")
    return f"{order_id} packed"


async def clean_up(order_id: str) -> str:
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("  releasing the reservation")
        raise
    return f"{order_id} packed"


async def serve(pack: Callable[[str], Awaitable[str]]) -> None:
    print(pack.__name__)
    try:
        async with asyncio.timeout(0.02):
            print("  answer 200:", await pack("A-17"))
    except TimeoutError:
        print("  answer 504")


asyncio.run(serve(swallow))
asyncio.run(serve(clean_up))
# --8<-- [end:cancelled]
