# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
# --8<-- [start:all]
import asyncio
from uuid import uuid4

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url

BEHIND_PGBOUNCER = {
    "prepared_statement_cache_size": 0,
    "statement_cache_size": 0,
    "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__",
}


async def show(url: URL, connect_args: dict[str, object]) -> None:
    engine = create_async_engine(url, connect_args=connect_args)
    async with engine.connect() as connection:
        for _ in range(2):
            await connection.execute(text("SELECT 1 + 1"))
        rows = await connection.execute(text("SELECT name, statement FROM pg_prepared_statements"))
        print([(name, s) for name, s in rows])
    await engine.dispose()


async def main() -> None:
    await show(database_url(), {})
    await show(database_url(), BEHIND_PGBOUNCER)
    await show(database_url().set(drivername="postgresql+psycopg"), {})
    await show(database_url().set(drivername="postgresql+psycopg"), {"prepare_threshold": None})


asyncio.run(main())
# --8<-- [end:all]
