# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from warehouse import Customer, database

ROWS = [("ann@example.com", 10), ("ben@example.com", 20)]


async def main() -> None:
    async with database() as engine:
        # --8<-- [start:levels]
        async with AsyncSession(engine) as session:
            raw = await (await session.connection()).get_raw_connection()
            for level in (raw.dbapi_connection, raw.driver_connection):
                print(type(level).__name__, hasattr(level, "copy_records_to_table"))
        # --8<-- [end:levels]

        # --8<-- [start:rollback]
        for opener in ("SELECT 1", None):
            async with AsyncSession(engine) as session:
                connection = await session.connection()
                if opener:
                    await session.execute(text(opener))  # (1)!
                driver = (await connection.get_raw_connection()).driver_connection
                assert driver is not None
                await driver.copy_records_to_table(
                    "customers", records=ROWS, columns=["email", "credit"]
                )
                await session.rollback()
                kept = await session.scalar(select(func.count()).select_from(Customer))
                print(f"{opener=}: {kept} rows after the rollback")
        # --8<-- [end:rollback]


asyncio.run(main())
