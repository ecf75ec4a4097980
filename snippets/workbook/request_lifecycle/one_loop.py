import asyncio
import time


# --8<-- [start:quiz]
async def report() -> None:
    print("report starts")
    time.sleep(0.1)
    print("report ends")


async def ping() -> None:
    print("pong")


async def main() -> None:
    await asyncio.gather(report(), ping())


asyncio.run(main())
# --8<-- [end:quiz]
