# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
# --8<-- [start:all]
import asyncio
from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, MetaData, Table, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url

metadata = MetaData()
naive = Table("naive_scan", metadata, Column("at", DateTime))  # (1)!
aware = Table("aware_scan", metadata, Column("at", DateTime(timezone=True)))  # (2)!


async def main() -> None:
    engine = create_async_engine(database_url())
    scanned_at = datetime(2026, 3, 29, 7, 30, tzinfo=UTC)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        await connection.execute(insert(aware).values(at=scanned_at))
        print(await connection.scalar(select(aware.c.at)))
        #> 2026-03-29 07:30:00+00:00
    try:
        async with engine.begin() as connection:
            await connection.execute(insert(naive).values(at=scanned_at))
    except DBAPIError as error:
        print(str(error.orig).rpartition("(")[2])
        #> can't subtract offset-naive and offset-aware datetimes)
    await engine.dispose()


asyncio.run(main())
# --8<-- [end:all]
