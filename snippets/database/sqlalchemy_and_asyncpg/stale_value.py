# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import update
from sqlalchemy.ext.asyncio import async_sessionmaker
from warehouse import Customer, database


async def main() -> None:
    async with database() as engine:
        # --8<-- [start:quiz]
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions() as session:
            ann = Customer(email="ann@example.com", credit=50)
            session.add(ann)
            await session.commit()

            async with sessions.begin() as other:
                await other.execute(update(Customer).values(credit=20))

            again = await session.get_one(Customer, ann.id)
            print(ann.credit, again.credit)
            await session.refresh(ann)
            print(ann.credit, again.credit)
        # --8<-- [end:quiz]


asyncio.run(main())
