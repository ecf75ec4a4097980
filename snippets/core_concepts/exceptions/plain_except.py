# --8<-- [start:plain]
import asyncio


async def ask_stock(warehouse: str) -> int:
    raise ConnectionError(f"{warehouse} is offline")


async def ask_all() -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ask_stock("Berlin"))


try:
    asyncio.run(ask_all())
except ConnectionError:
    print("ConnectionError")
except Exception as error:
    print(type(error).__name__)
# --8<-- [end:plain]
