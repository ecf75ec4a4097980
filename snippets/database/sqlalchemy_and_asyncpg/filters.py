# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from warehouse import Customer, Order, OrderLine, database


async def main() -> None:
    async with database() as engine, AsyncSession(engine) as session:
        ann = Customer(email="ann@example.com")
        session.add_all(
            Order(customer=ann, paid=paid) for paid in (True, False, False, None)
        )
        skus = [
            OrderLine(sku=sku, quantity=1) for sku in ("box_50%", "box_500", "boxes")
        ]
        session.add(Order(customer=ann, paid=True, lines=skus))
        await session.flush()

        async def count(query: Select[int]) -> int:
            return await session.scalar(query) or 0

        # --8<-- [start:booleans]
        orders = select(func.count()).select_from(Order)
        print(await count(orders.where(Order.paid is False)))  # (1)!
        #> 0
        print(await count(orders.where(Order.paid.is_(False))))
        #> 2
        print(await count(orders.where(Order.paid == False)))  # noqa: E712
        #> 2
        print(await count(orders.where(Order.paid.is_not(True))))  # (2)!
        #> 3
        # --8<-- [end:booleans]

        # --8<-- [start:like]
        typed = "50%"
        lines = select(func.count()).select_from(OrderLine)
        print(await count(lines.where(OrderLine.sku.ilike(f"%{typed}%"))))  # (1)!
        #> 2
        print(await count(lines.where(OrderLine.sku.icontains(typed, autoescape=True))))
        #> 1
        # --8<-- [end:like]


asyncio.run(main())
