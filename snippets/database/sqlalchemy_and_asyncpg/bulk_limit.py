# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from warehouse import Customer, database


async def main() -> None:
    async with database() as engine, AsyncSession(engine) as session:
        # --8<-- [start:all]
        rows = [{"email": f"c{n}@example.com", "credit": n} for n in range(17_000)]
        try:
            await session.execute(insert(Customer).values(rows))  # (1)!
        except DBAPIError as error:
            print(str(error.orig).rpartition(": ")[2])
            #> the number of query arguments cannot exceed 32767
        await session.rollback()

        statement = insert(Customer).returning(Customer.id)
        result = await session.scalars(statement, rows)  # (2)!
        print(len(result.all()), "rows")
        #> 17000 rows
        # --8<-- [end:all]


asyncio.run(main())
