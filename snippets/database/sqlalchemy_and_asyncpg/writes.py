# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from warehouse import Base, database


class Stock(Base):
    __tablename__ = "stock"
    sku: Mapped[str] = mapped_column(primary_key=True)
    units: Mapped[int]


async def main() -> None:
    async with database() as engine, AsyncSession(engine) as session:
        # --8<-- [start:upsert]
        async def receive(sku: str, units: int) -> int:
            statement = insert(Stock).values(sku=sku, units=units)
            upsert = statement.on_conflict_do_update(
                index_elements=[Stock.sku],
                set_={"units": Stock.units + statement.excluded.units},  # (1)!
            )
            return (await session.scalars(upsert.returning(Stock.units))).one()

        print(
            await receive("lamp", 10),
            await receive("lamp", 5),
            await receive("desk", 2),
        )
        #> 10 15 2
        # --8<-- [end:upsert]

        # --8<-- [start:update]
        pick = update(Stock).where(Stock.sku == "lamp", Stock.units >= 4)
        left = await session.scalars(
            pick.values(units=Stock.units - 4).returning(Stock.units)
        )
        print("left", left.one_or_none())  # (1)!
        #> left 11

        gone = await session.scalars(
            delete(Stock).where(Stock.units < 5).returning(Stock.sku)
        )
        print("gone", gone.all())
        #> gone ['desk']
        # --8<-- [end:update]
        await session.commit()


asyncio.run(main())
