# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import Select, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from warehouse import Customer, Order, database

# --8<-- [start:pages]
Cursor = tuple[datetime, int]
newest_first = select(Order.created_at, Order.id).order_by(
    Order.created_at.desc(), Order.id.desc()
)


def after(cursor: Cursor | None) -> Select[datetime, int]:
    if cursor is None:
        return newest_first.limit(4)
    older = tuple_(Order.created_at, Order.id) < cursor  # (1)!
    return newest_first.where(older).limit(4)


def after_time_only(cursor: Cursor | None) -> Select[datetime, int]:
    if cursor is None:
        return newest_first.limit(4)
    return newest_first.where(Order.created_at < cursor[0]).limit(4)  # (2)!


# --8<-- [end:pages]


async def main() -> None:
    async with database() as engine, AsyncSession(engine) as session:
        ann = Customer(email="ann@example.com")
        session.add(ann)
        await session.flush()
        start = datetime(2026, 3, 2, 8, tzinfo=UTC)
        minutes = [0, 1, 1, 1, 1, 1, 2, 3]
        orders = [
            {"customer_id": ann.id, "created_at": start + timedelta(minutes=m)}
            for m in minutes
        ]
        await session.execute(insert(Order), orders)
        # --8<-- [start:walk]
        for page in (after, after_time_only):
            cursor: Cursor | None = None
            seen: list[int] = []
            while rows := (await session.execute(page(cursor))).all():
                seen += [order_id for _, order_id in rows]
                cursor = (rows[-1].created_at, rows[-1].id)
            print(f"{page.__name__}: {seen}")
            #> after: [8, 7, 6, 5, 4, 3, 2, 1]
            #> after_time_only: [8, 7, 6, 5, 1]
        # --8<-- [end:walk]


asyncio.run(main())
