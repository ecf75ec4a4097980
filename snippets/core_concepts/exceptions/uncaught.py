# --8<-- [start:all]
import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Thread


def sync_stock() -> None:
    raise ConnectionError("stock database is gone")


async def sync_stock_async() -> None:
    sync_stock()


thread = Thread(target=sync_stock, name="stock-sync")
thread.start()
thread.join()
print("main thread goes on; thread alive:", thread.is_alive())

with ThreadPoolExecutor() as pool:
    future = pool.submit(sync_stock)
print("future keeps it:", repr(future.exception()))


async def main() -> None:
    task = asyncio.create_task(sync_stock_async())
    await asyncio.sleep(0)
    print("task keeps it:", repr(task.exception()))


asyncio.run(main())
# --8<-- [end:all]
