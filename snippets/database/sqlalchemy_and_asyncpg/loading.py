# /// script
# [tool.notes]
# needs = ["postgres"]
# normalise = ["addresses"]
# ///
import asyncio
from collections.abc import Callable

from sqlalchemy import ForeignKey, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker, create_async_engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
    raiseload,
    relationship,
    selectinload,
)
from warehouse import database_url


# --8<-- [start:model]
class Base(AsyncAttrs, DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship()
    strict_lines: Mapped[list["Line"]] = relationship(lazy="raise", viewonly=True)


# --8<-- [end:model]
class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))


def outcome(read: Callable[[], list[Line]]) -> str:
    try:
        return f"{len(read())} lines"
    except SQLAlchemyError as error:
        return f"{type(error).__name__}: {str(error).split(';')[0].split('(')[0]}"


async def main() -> None:
    engine = create_async_engine(database_url())
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    async with sessions.begin() as session:
        session.add(Order(id=1, lines=[Line(), Line()]))

    # --8<-- [start:four]
    async with sessions() as session:
        order = await session.get_one(Order, 1)
        print("lazy   ", outcome(lambda: order.lines))
        print("raise  ", outcome(lambda: order.strict_lines))
        print("awaited", len(await order.awaitable_attrs.lines), "lines")  # (1)!

    async with sessions() as session:
        detached = await session.get_one(Order, 1)
    print("closed ", outcome(lambda: detached.lines))

    async with sessions() as session:
        eager = await session.get_one(
            Order,
            1,
            options=[selectinload(Order.lines)],  # (2)!
        )
    print("eager  ", outcome(lambda: eager.lines))

    async with sessions() as session:
        query = select(Order).options(raiseload("*"))  # (3)!
        forbidden = (await session.scalars(query)).one()
        print("option ", outcome(lambda: forbidden.lines))
    # --8<-- [end:four]
    await engine.dispose()


asyncio.run(main())
