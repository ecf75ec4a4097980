# --8<-- [start:all]
import asyncio
import threading

request = threading.local()


async def handle(order_id: str) -> None:
    request.order_id = order_id
    await asyncio.sleep(0.01)
    print(f"handling {order_id}, the log says {request.order_id}")


async def main() -> None:
    await asyncio.gather(handle("O-1001"), handle("O-1002"))


asyncio.run(main())
# --8<-- [end:all]
