# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import Mapped, mapped_column
from warehouse import Base, database


class Shift(Base):
    __tablename__ = "shifts"
    picker: Mapped[str] = mapped_column(primary_key=True)
    on_duty: Mapped[bool]


# --8<-- [start:retry]
Work = Callable[[AsyncSession], Awaitable[str]]
RETRY = {"40001", "40P01"}  # (1)!


async def in_transaction(sessions: async_sessionmaker[AsyncSession], work: Work) -> str:
    for attempt in range(1, 4):
        try:
            async with sessions.begin() as session:  # (2)!
                return f"{await work(session)}, attempt {attempt}"
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in RETRY or attempt == 3:
                raise
            await asyncio.sleep(0.01 * 2**attempt)
    raise AssertionError


# --8<-- [end:retry]
# --8<-- [start:race]
async def main() -> None:
    async with database(isolation_level="SERIALIZABLE") as engine:  # (1)!
        sessions = async_sessionmaker(engine)
        async with sessions.begin() as session:
            session.add_all(Shift(picker=name, on_duty=True) for name in ("ann", "ben"))
        both_have_read = asyncio.Barrier(2)
        first_try = {"ann", "ben"}

        def leave(name: str) -> Work:
            async def work(session: AsyncSession) -> str:
                on_duty = select(func.count()).select_from(Shift).where(Shift.on_duty)
                left = await session.scalar(on_duty) or 0
                if name in first_try:
                    first_try.remove(name)
                    await both_have_read.wait()
                if left == 1:
                    return "stays"  # (2)!
                (await session.get_one(Shift, name)).on_duty = False
                return "leaves"

            return work

        pair = (in_transaction(sessions, leave(name)) for name in ("ann", "ben"))
        print(sorted(await asyncio.gather(*pair)))
        #> ['leaves, attempt 1', 'stays, attempt 2']


# --8<-- [end:race]
asyncio.run(main())
