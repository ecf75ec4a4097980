# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
)
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url

# --8<-- [start:tables]
deployed = MetaData()
Table(
    "stock",
    deployed,
    Column("sku", String(20), primary_key=True),
    Column("units", Integer, server_default="0"),
    Column("price", Integer),
    Column("place", String),
)
in_code = MetaData()
Table(
    "stock",
    in_code,
    Column("sku", String(20), primary_key=True),
    Column("units", Integer, server_default="1"),  # (1)!
    Column("price", Numeric(10, 2)),  # (2)!
    Column("bin", String),  # (3)!
    CheckConstraint("units >= 0", name="units"),  # (4)!
)
# --8<-- [end:tables]


def differences(connection: Connection, compare_server_default: bool) -> str:
    options = {"compare_server_default": compare_server_default}
    context = MigrationContext.configure(connection, opts=options)
    found = []
    for change in compare_metadata(context, in_code):
        if isinstance(change, list):
            found.append(f"{change[0][0]} {change[0][3]}")
        else:
            found.append(f"{change[0]} {change[3].name}")
    return ", ".join(sorted(found))


async def main() -> None:
    engine = create_async_engine(database_url())
    async with engine.begin() as connection:
        await connection.run_sync(deployed.create_all)
        print("as installed:   ", await connection.run_sync(differences, False))
        print("server defaults:", await connection.run_sync(differences, True))
    await engine.dispose()


asyncio.run(main())
