# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from warehouse import database_url


async def main() -> None:
    engine = create_async_engine(database_url())
    sessions = async_sessionmaker(engine)

    # --8<-- [start:all]
    slow = text("SELECT clock_timestamp(), pg_sleep(0.2), clock_timestamp()")

    async def timed(session: AsyncSession) -> Row[Any]:
        return (await session.execute(slow)).one()

    async with sessions() as session:
        both = [timed(session), timed(session)]
        _, error = await asyncio.gather(*both, return_exceptions=True)  # (1)!
        print(str(error).split(";")[0])
        #> This session is provisioning a new connection

    async with sessions() as session:
        first, second = await asyncio.gather(timed(session), timed(session))  # (2)!
        print("one session, overlap:", second[0] < first[2])
        #> one session, overlap: False

    async with sessions() as ann, sessions() as ben:
        for session in (ann, ben):
            await session.connection()  # (3)!
        first, second = await asyncio.gather(timed(ann), timed(ben))
        print("two sessions, overlap:", second[0] < first[2])
        #> two sessions, overlap: True
    # --8<-- [end:all]
    await engine.dispose()


asyncio.run(main())
