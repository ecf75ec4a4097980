# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import contains_eager, joinedload, selectinload
from warehouse import Customer, Order, OrderLine, database


# --8<-- [start:count]
@contextmanager
def count_statements(engine: AsyncEngine) -> Iterator[list[str]]:
    statements: list[str] = []

    def record(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", record)  # (1)!
    try:
        yield statements
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", record)


# --8<-- [end:count]
# --8<-- [start:ways]
async def one_by_one(session: AsyncSession) -> int:
    orders = (await session.scalars(select(Order))).all()
    lines = [
        await session.scalars(select(OrderLine).where(OrderLine.order_id == order.id))
        for order in orders
    ]
    return sum(len(found.all()) for found in lines)


async def with_selectin(session: AsyncSession) -> int:
    orders = await session.scalars(select(Order).options(selectinload(Order.lines)))
    return sum(len(order.lines) for order in orders)


async def with_joined(session: AsyncSession) -> int:
    orders = await session.scalars(select(Order).options(joinedload(Order.lines)))
    return sum(len(order.lines) for order in orders.unique())  # (1)!


async def lamps_only(session: AsyncSession) -> int:
    query = select(Order).join(Order.lines).where(OrderLine.sku == "lamp")
    orders = await session.scalars(query.options(contains_eager(Order.lines)))  # (2)!
    return sum(len(order.lines) for order in orders.unique())


# --8<-- [end:ways]
async def main() -> None:
    async with database() as engine:
        async with AsyncSession(engine) as session, session.begin():
            for number in range(20):
                lines = [
                    OrderLine(sku=sku, quantity=1) for sku in ("lamp", "desk", "chair")
                ]
                session.add(
                    Order(
                        customer=Customer(email=f"c{number}@example.com"), lines=lines
                    )
                )
        # --8<-- [start:measure]
        for load in (one_by_one, with_selectin, with_joined, lamps_only):
            async with AsyncSession(engine) as session:
                with count_statements(engine) as statements:
                    found = await load(session)
            print(f"{load.__name__}: {found} lines, {len(statements)} statements")

        async with AsyncSession(engine) as session:
            joined = await session.scalars(
                select(Order).options(joinedload(Order.lines))
            )
            try:
                joined.all()
            except InvalidRequestError as error:
                print(str(error).split(",")[0])
        # --8<-- [end:measure]
        # --8<-- [start:test]
        async with AsyncSession(engine) as session:
            with count_statements(engine) as statements:
                await with_selectin(session)
            assert len(statements) == 2, "\n".join(statements)
        # --8<-- [end:test]


asyncio.run(main())
