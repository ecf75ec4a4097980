# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import async_sessionmaker
from warehouse import Customer, database


async def main() -> None:
    async with database() as engine:
        # --8<-- [start:default]
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            ann = Customer(email="ann@example.com")
            session.add(ann)
            await session.commit()  # (1)!
            try:
                print(ann.email)
            except MissingGreenlet as error:
                print(str(error).split(";")[0])
        # --8<-- [end:default]


asyncio.run(main())
