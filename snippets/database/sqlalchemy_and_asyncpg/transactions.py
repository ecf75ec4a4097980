# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import async_sessionmaker
from warehouse import Customer, database


async def main() -> None:
    async with database() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)

        async def others_see() -> int:
            async with sessions() as other:
                return (
                    await other.scalar(select(func.count()).select_from(Customer)) or 0
                )

        # --8<-- [start:steps]
        async with sessions() as session:
            print("begun:", session.in_transaction())
            #> begun: False
            ann = Customer(email="ann@example.com")
            session.add(ann)
            print("begun:", session.in_transaction(), "id:", ann.id)
            #> begun: True id: None
            await session.flush()  # (1)!
            print("id:", ann.id, "others see:", await others_see())
            #> id: 1 others see: 0
            await session.commit()  # (2)!
            print("others see:", await others_see())
            #> others see: 1
        # --8<-- [end:steps]

        # --8<-- [start:savepoint]
        async with sessions.begin() as session:
            for email in ("ben@example.com", "ann@example.com", "cem@example.com"):
                try:
                    async with session.begin_nested():  # (1)!
                        session.add(Customer(email=email))
                except IntegrityError:
                    print("already there:", email)
                    #> already there: ann@example.com
        print("customers:", await others_see())
        #> customers: 3
        # --8<-- [end:savepoint]


asyncio.run(main())
