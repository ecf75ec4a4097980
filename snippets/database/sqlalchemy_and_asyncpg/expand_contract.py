# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, String, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url

# --8<-- [start:steps]
BATCH = text(
    "UPDATE parcels SET carrier = 'post' WHERE id IN "
    "(SELECT id FROM parcels WHERE carrier IS NULL LIMIT 400)"
)


def expand(op: Operations) -> None:
    op.add_column("parcels", Column("carrier", String))  # (1)!


def backfill(op: Operations) -> None:
    while op.get_bind().execute(BATCH).rowcount:  # (2)!
        op.get_bind().commit()


def contract(op: Operations) -> None:
    op.alter_column("parcels", "carrier", nullable=False)  # (3)!


# --8<-- [end:steps]
def run(connection: Connection) -> None:
    connection.execute(
        text("CREATE TABLE parcels (id int GENERATED ALWAYS AS IDENTITY, sku text)")
    )
    connection.execute(
        text("INSERT INTO parcels (sku) SELECT 's' || generate_series(1, 1000)")
    )
    op = Operations(MigrationContext.configure(connection))
    # --8<-- [start:run]
    for step in (expand, backfill, contract):
        step(op)
        connection.commit()
        try:
            connection.execute(text("INSERT INTO parcels (sku) VALUES ('lamp')"))
            print(f"{step.__name__}: the old release still writes")
        except IntegrityError as error:
            print(f"{step.__name__}: {str(error.orig).rpartition(': ')[2]}")
        connection.rollback()
    # --8<-- [end:run]


async def main() -> None:
    engine = create_async_engine(database_url())
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


asyncio.run(main())
