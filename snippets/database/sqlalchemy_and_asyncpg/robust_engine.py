# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from warehouse import database_url


# --8<-- [start:engine]
def build_engine(*, pre_ping: bool = True) -> AsyncEngine:
    settings = {  # (1)!
        "application_name": "orders-api",
        "statement_timeout": "200ms",
        "lock_timeout": "100ms",
        "idle_in_transaction_session_timeout": "10s",
    }
    return create_async_engine(
        database_url(),
        pool_pre_ping=pre_ping,
        pool_recycle=1800,
        connect_args={
            "server_settings": settings,
            "command_timeout": 5,
            "timeout": 3,  # (2)!
        },
    )


# --8<-- [end:engine]
async def attempt(engine: AsyncEngine, statement: str) -> str:
    try:
        async with engine.begin() as connection:
            return str(await connection.scalar(text(statement)))
    except DBAPIError as error:
        return (
            f"{getattr(error.orig, 'sqlstate', None)} {str(error.orig).split(': ')[-1]}"
        )


async def main() -> None:
    admin = create_async_engine(database_url())
    # --8<-- [start:limits]
    engine = build_engine()
    print(await attempt(engine, "SHOW application_name"))
    print(await attempt(engine, "SELECT pg_sleep(2)"))
    async with admin.begin() as holder:
        await holder.execute(text("CREATE TABLE bins (id int)"))
    async with admin.begin() as holder:
        await holder.execute(text("LOCK TABLE bins"))
        print(await attempt(engine, "SELECT count(*) FROM bins"))
    # --8<-- [end:limits]
    await engine.dispose()

    # --8<-- [start:ping]
    for pre_ping in (False, True):
        engine = build_engine(pre_ping=pre_ping)
        pid = await attempt(engine, "SELECT pg_backend_pid()")
        async with admin.connect() as other:
            terminate = text(f"SELECT pg_terminate_backend({pid}, 5000)")  # (1)!
            await other.execute(terminate)
        await asyncio.sleep(0.05)
        print(f"{pre_ping=}:", await attempt(engine, "SELECT 'ok'"))
        await engine.dispose()
    # --8<-- [end:ping]
    await admin.dispose()


asyncio.run(main())
