# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from warehouse import Customer, Order, database


# --8<-- [start:repository]
class Orders:
    def __init__(self, session: AsyncSession, *, commits: bool) -> None:
        self.session, self.commits = session, commits

    async def place(self, customer: Customer) -> Order:
        order = Order(customer=customer)
        self.session.add(order)
        if self.commits:
            await self.session.commit()
        else:
            await self.session.flush()  # (1)!
        return order


async def charge(session: AsyncSession, customer: Customer, amount: int) -> None:
    statement = update(Customer).where(
        Customer.id == customer.id, Customer.credit >= amount
    )
    paid = statement.values(credit=Customer.credit - amount).returning(Customer.id)
    if await session.scalar(paid) is None:
        raise ValueError("not enough credit")


# --8<-- [end:repository]
async def main() -> None:
    async with database() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions.begin() as session:
            session.add(Customer(email="ann@example.com", credit=5))
        # --8<-- [start:edge]
        for commits in (True, False):
            try:
                async with sessions() as session:
                    ann = await session.get_one(Customer, 1)
                    await Orders(session, commits=commits).place(ann)
                    await charge(session, ann, amount=20)
                    await session.commit()  # (1)!
            except ValueError as error:
                async with sessions.begin() as session:
                    kept = await session.scalars(delete(Order).returning(Order.id))
                    print(f"{commits=}: {error}, orders kept: {len(kept.all())}")
                    #> commits=True: not enough credit, orders kept: 1
                    #> commits=False: not enough credit, orders kept: 0
        # --8<-- [end:edge]


asyncio.run(main())
