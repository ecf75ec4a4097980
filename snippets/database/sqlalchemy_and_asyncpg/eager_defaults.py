# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.orm import Mapped, mapped_column
from warehouse import Base, database


# --8<-- [start:all]
class Pallet(Base):
    __tablename__ = "pallets"
    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str]
    moved_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())


class Crate(Base):
    __tablename__ = "crates"
    __mapper_args__ = {"eager_defaults": True}
    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str]
    moved_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())


async def main() -> None:
    async with database() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        for model in (Pallet, Crate):
            async with sessions() as session:
                thing = model(place="A1")
                session.add(thing)
                await session.commit()
                print(model.__name__, "inserted:", thing.moved_at.tzinfo)
                thing.place = "B7"
                await session.commit()
                try:
                    print(model.__name__, "moved:", thing.moved_at.tzinfo)
                except MissingGreenlet as error:
                    print(model.__name__, str(error).split(";")[0])


asyncio.run(main())
# --8<-- [end:all]
