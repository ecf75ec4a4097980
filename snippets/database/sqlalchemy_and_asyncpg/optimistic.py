# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
# --8<-- [start:model]
import asyncio

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.exc import StaleDataError
from warehouse import Base, database


class Bin(Base):
    __tablename__ = "bins"
    id: Mapped[int] = mapped_column(primary_key=True)
    units: Mapped[int]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}


# --8<-- [end:model]
# --8<-- [start:main]
async def main() -> None:
    async with database() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions.begin() as session:
            session.add(Bin(id=1, units=10))

        async with sessions() as ann, sessions() as ben:
            seen_by_ann = await ann.get_one(Bin, 1)
            seen_by_ben = await ben.get_one(Bin, 1)
            seen_by_ann.units -= 3
            await ann.commit()
            print("version", seen_by_ann.version)
            #> version 2
            seen_by_ben.units -= 4
            try:
                await ben.commit()
            except StaleDataError as error:
                print(str(error).split(";")[1].strip())
                #> 0 were matched.


asyncio.run(main())
# --8<-- [end:main]
