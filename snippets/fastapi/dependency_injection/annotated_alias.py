from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")
new_session = async_sessionmaker(engine)
app = FastAPI()


# --8<-- [start:program]
async def get_db() -> AsyncIterator[AsyncSession]:
    async with new_session() as session:  # (1)!
        yield session


Db = Annotated[AsyncSession, Depends(get_db)]  # (2)!


@app.get("/orders/count")
async def count_orders(db: Db) -> int:  # (3)!
    return int((await db.scalars(text("SELECT 3"))).one())


@app.get("/stock/{sku}")
async def read_stock(sku: str, db: Db) -> dict[str, str | int]:
    return {"sku": sku, "pieces": (await db.scalars(text("SELECT 7"))).one()}


with TestClient(app) as client:
    print(client.get("/orders/count").json())
    #> 3
    print(client.get("/stock/BOX-1").json())
    #> {'sku': 'BOX-1', 'pieces': 7}
# --8<-- [end:program]
