# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.orm import Mapped, mapped_column
from warehouse import Base, Customer, Order, Status, database


# --8<-- [start:model]
class Pallet(Base):
    __tablename__ = "pallets"
    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str]
    moved_at: Mapped[datetime] = mapped_column(
        server_default=func.now(), onupdate=func.now()
    )


# --8<-- [end:model]
def read(attribute: Callable[[], object]) -> str:
    try:
        return f"read {type(attribute()).__name__}"
    except MissingGreenlet as error:
        return f"{type(error).__name__}: {str(error).split(';')[0]}"


async def main() -> None:
    async with database() as engine:
        # --8<-- [start:default]
        async with async_sessionmaker(engine)() as session:
            ann = Customer(email="ann@example.com")
            session.add(ann)
            await session.commit()
            print(read(lambda: ann.email))
        # --8<-- [end:default]

        # --8<-- [start:update]
        async with async_sessionmaker(engine, expire_on_commit=False)() as session:
            pallet = Pallet(place="A1")
            order = Order(customer=Customer(email="ben@example.com"))
            session.add_all([pallet, order])
            await session.commit()
            print(read(lambda: pallet.moved_at))

            pallet.place = "B7"
            order.status = Status.PACKED
            await session.commit()
            print(read(lambda: pallet.moved_at))
            print(read(lambda: order.updated_at))  # (1)!
        # --8<-- [end:update]


asyncio.run(main())
