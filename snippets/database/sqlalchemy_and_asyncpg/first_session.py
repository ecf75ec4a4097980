# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
# --8<-- [start:all]
import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker
from warehouse import Customer, Order, OrderLine, database


async def main() -> None:
    async with database() as engine:  # (1)!
        sessions = async_sessionmaker(engine, expire_on_commit=False)  # (2)!
        async with sessions() as session:  # (3)!
            ann = Customer(email="ann@example.com", credit=50)
            lines = [
                OrderLine(sku="lamp", quantity=2),
                OrderLine(sku="desk", quantity=1),
            ]
            session.add(Order(customer=ann, lines=lines))
            await session.commit()  # (4)!

        async with sessions() as session:
            query = select(Order.id, Customer.email).join(Order.customer)
            for order_id, email in await session.execute(query):  # (5)!
                print(order_id, email)
                #> 1 ann@example.com
            lamps = select(OrderLine.quantity).filter_by(sku="lamp")
            print(await session.scalar(lamps))
            #> 2


asyncio.run(main())
# --8<-- [end:all]
