# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from warehouse import Customer, database


async def main() -> None:
    async with database() as engine:
        # --8<-- [start:all]
        async with AsyncSession(engine) as session:
            raw = await (await session.connection()).get_raw_connection()
            for level in (raw, raw.dbapi_connection, raw.driver_connection):
                print(type(level).__name__, hasattr(level, "copy_records_to_table"))

            driver = raw.driver_connection
            assert driver is not None
            rows = [("ann@example.com", 10), ("ben@example.com", 20)]
            await driver.copy_records_to_table(
                "customers", records=rows, columns=["email", "credit"]
            )
            print(await session.scalar(select(func.count()).select_from(Customer)))
            await session.rollback()  # (1)!
            print(await session.scalar(select(func.count()).select_from(Customer)))
        # --8<-- [end:all]


asyncio.run(main())
