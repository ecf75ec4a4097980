# /// script
# [tool.notes]
# needs = ["postgres"]
# normalise = ["figures"]
# ///
import asyncio
from time import perf_counter

from sqlalchemy import text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from warehouse import database_url


async def main() -> None:
    engine = create_async_engine(database_url())
    sessions = async_sessionmaker(engine)

    # --8<-- [start:all]
    slow = text("SELECT pg_sleep(0.1)")

    async def own() -> None:
        async with sessions() as session:
            await session.execute(slow)

    async with sessions() as session:
        both = [session.execute(slow), session.execute(slow)]
        _, error = await asyncio.gather(*both, return_exceptions=True)  # (1)!
        print(str(error).split(";")[0])
        #> This session is provisioning a new connection

    await asyncio.gather(own(), own())
    start = perf_counter()
    async with sessions() as session:
        await asyncio.gather(session.execute(slow), session.execute(slow))  # (2)!
    print(f"one session:  {perf_counter() - start:.1f} s")
    #> one session:  0.2 s

    start = perf_counter()
    await asyncio.gather(own(), own())  # (3)!
    print(f"two sessions: {perf_counter() - start:.1f} s")
    #> two sessions: 0.2 s
    # --8<-- [end:all]
    await engine.dispose()


asyncio.run(main())
