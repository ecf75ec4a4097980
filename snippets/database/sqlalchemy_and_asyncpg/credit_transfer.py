# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from warehouse import Customer, database

Move = Callable[[AsyncSession, int, int, int], Awaitable[None]]


# --8<-- [start:bug]
async def read_then_write(
    session: AsyncSession, source: int, target: int, amount: int
) -> None:
    payer = await session.get_one(Customer, source)
    payee = await session.get_one(Customer, target)
    if payer.credit < amount:
        raise ValueError("not enough credit")
    payer.credit -= amount  # (1)!
    payee.credit += amount


# --8<-- [end:bug]
# --8<-- [start:lock]
async def locked(session: AsyncSession, source: int, target: int, amount: int) -> None:
    query = (
        select(Customer)
        .where(Customer.id.in_([source, target]))
        .order_by(Customer.id)  # (1)!
        .with_for_update()
    )
    rows = {customer.id: customer for customer in await session.scalars(query)}
    if rows[source].credit < amount:
        raise ValueError("not enough credit")
    rows[source].credit -= amount
    rows[target].credit += amount


# --8<-- [end:lock]
# --8<-- [start:conditional]
async def conditional(
    session: AsyncSession, source: int, target: int, amount: int
) -> None:
    take = update(Customer).where(
        Customer.id == source,
        Customer.credit >= amount,  # (1)!
    )
    taken = await session.scalar(
        take.values(credit=Customer.credit - amount).returning(Customer.id)
    )
    if taken is None:
        raise ValueError("not enough credit")
    give = update(Customer).where(Customer.id == target)
    await session.execute(give.values(credit=Customer.credit + amount))


# --8<-- [end:conditional]
async def main() -> None:
    async with database(pool_size=10) as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        # --8<-- [start:race]
        all_connected = asyncio.Barrier(10)
        for move in (read_then_write, locked, conditional):
            async with sessions.begin() as session:
                ann = Customer(email=f"ann@{move.__name__}", credit=100)
                ben = Customer(email=f"ben@{move.__name__}", credit=0)
                session.add_all([ann, ben])

            async def pay_ten(
                move: Move = move, source: int = ann.id, target: int = ben.id
            ) -> None:
                async with sessions.begin() as session:
                    await session.connection()
                    await all_connected.wait()  # (1)!
                    await move(session, source, target, 10)

            await asyncio.gather(*(pay_ten() for _ in range(10)))
            async with sessions() as session:
                left = await session.scalar(
                    select(Customer.credit).where(Customer.id == ann.id)
                )
            print(f"{move.__name__}:", "all ten paid" if left == 0 else "payments lost")
        # --8<-- [end:race]


asyncio.run(main())
