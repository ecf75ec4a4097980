# /// script
# [tool.notes]
# needs = ["postgres"]
# normalise = ["figures"]
# ///
import asyncio
from time import perf_counter

from sqlalchemy import text
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url


async def main() -> None:
    # --8<-- [start:all]
    engine = create_async_engine(
        database_url(),
        pool_size=1,
        max_overflow=1,
        pool_timeout=0.5,  # (1)!
    )
    waits: list[float] = []

    async def request(answered: asyncio.Event) -> str:
        start = perf_counter()
        try:
            async with engine.connect() as connection:
                waits.append(perf_counter() - start)  # (2)!
                await connection.execute(text("SELECT 1"))
                await answered.wait()  # (3)!
                return "ok"
        except PoolTimeoutError as error:
            return str(error).split(" (")[0]

    soon, late = asyncio.Event(), asyncio.Event()
    requests = [asyncio.create_task(request(e)) for e in (soon, late, late, late)]
    await asyncio.sleep(0.1)
    soon.set()
    await requests[3]
    late.set()
    for outcome in await asyncio.gather(*requests):
        print(outcome)
    print(f"longest wait: {max(waits) * 1000:.0f} ms")
    print(engine.pool.status())
    # --8<-- [end:all]
    await engine.dispose()


asyncio.run(main())
