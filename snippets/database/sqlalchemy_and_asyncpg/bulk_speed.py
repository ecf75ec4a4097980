# /// script
# [tool.notes]
# needs = ["postgres"]
# normalise = ["figures"]
# ///
import asyncio
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

from sqlalchemy import delete, insert, text
from sqlalchemy.ext.asyncio import AsyncSession
from warehouse import Customer, database

ROWS = [(f"c{n}@example.com", n) for n in range(1_000)]


# --8<-- [start:ways]
async def driver_of(session: AsyncSession) -> Any:
    await session.execute(text("SELECT 1"))  # (1)!
    connection = await session.connection()
    return (await connection.get_raw_connection()).driver_connection


async def copy(session: AsyncSession) -> None:
    driver = await driver_of(session)
    columns = ["email", "credit"]
    await driver.copy_records_to_table("customers", records=ROWS, columns=columns)


async def asyncpg_executemany(session: AsyncSession) -> None:
    driver = await driver_of(session)
    await driver.executemany(
        "INSERT INTO customers (email, credit) VALUES ($1, $2)", ROWS
    )


async def execute_list(session: AsyncSession) -> None:
    rows = [{"email": email, "credit": credit} for email, credit in ROWS]
    await session.execute(insert(Customer), rows)


async def add_all(session: AsyncSession) -> None:
    session.add_all(Customer(email=email, credit=credit) for email, credit in ROWS)
    await session.flush()


async def flush_per_row(session: AsyncSession) -> None:
    for email, credit in ROWS:
        session.add(Customer(email=email, credit=credit))
        await session.flush()


# --8<-- [end:ways]
async def fastest_of(
    times: int, load: Callable[[AsyncSession], Awaitable[None]]
) -> float:
    found = []
    async with database() as engine:
        for _ in range(times):
            async with AsyncSession(engine) as session:
                start = perf_counter()
                await load(session)
                await session.commit()
                found.append(perf_counter() - start)
                await session.execute(delete(Customer))
                await session.commit()
    return min(found)


async def main() -> None:
    base = await fastest_of(20, copy)
    for load in (asyncpg_executemany, execute_list, add_all, flush_per_row):
        ratio = await fastest_of(1 if load is flush_per_row else 5, load) / base
        print(f"{load.__name__}: {ratio:.0f} times as long as COPY")


asyncio.run(main())
