# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from typing import Any
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url

# --8<-- [start:all]
BEHIND_PGBOUNCER: dict[str, dict[str, Any]] = {
    "postgresql+asyncpg": {
        "prepared_statement_cache_size": 0,  # (1)!
        "statement_cache_size": 0,  # (2)!
        "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__",  # (3)!
    },
    "postgresql+psycopg": {"prepare_threshold": None},
}


async def left_on_server(driver: str, connect_args: dict[str, Any]) -> list[str]:
    engine = create_async_engine(
        database_url().set(drivername=driver), connect_args=connect_args
    )
    async with engine.connect() as connection:
        for _ in range(6):
            await connection.execute(text("SELECT 40 + 2"))
        names = (
            "SELECT name FROM pg_prepared_statements WHERE statement = 'SELECT 40 + 2'"
        )
        found = (await connection.scalars(text(names))).all()
    await engine.dispose()
    return list(found)


async def main() -> None:
    for driver, connect_args in BEHIND_PGBOUNCER.items():
        print(
            driver,
            await left_on_server(driver, {}),
            await left_on_server(driver, connect_args),
        )
        #> postgresql+asyncpg ['__asyncpg_stmt_5__'] []
        #> postgresql+psycopg ['_pg3_0'] []


asyncio.run(main())
# --8<-- [end:all]
