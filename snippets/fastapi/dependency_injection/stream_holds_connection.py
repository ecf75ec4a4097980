import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import httpx2
from fastapi import Depends, FastAPI
from fastapi.responses import StreamingResponse
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

engine = create_async_engine(
    "sqlite+aiosqlite:///orders.db",
    pool_size=1,
    max_overflow=0,
    pool_timeout=0.1,
)
app = FastAPI()
batch_sent, carry_on = asyncio.Event(), asyncio.Event()


async def slow_reader() -> None:
    batch_sent.set()
    await carry_on.wait()


# --8<-- [start:endpoints]
async def connect() -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        yield connection


Connection = Annotated[AsyncConnection, Depends(connect)]


async def batch(connection: AsyncConnection, number: int) -> str:
    result = await connection.execute(text("SELECT :number"), {"number": number})
    return f"batch {result.scalar_one()} "


@app.get("/held")
async def held(connection: Connection) -> StreamingResponse:
    async def body() -> AsyncIterator[str]:
        for number in (1, 2):
            yield await batch(connection, number)
            await slow_reader()  # (1)!

    return StreamingResponse(body())


@app.get("/batches")
async def batches() -> StreamingResponse:
    async def body() -> AsyncIterator[str]:
        for number in (1, 2):
            async with engine.connect() as connection:  # (2)!
                rows = await batch(connection, number)
            yield rows
            await slow_reader()

    return StreamingResponse(body())


@app.get("/orders/count")
async def count_orders(connection: Connection) -> str:
    return await batch(connection, 0)


# --8<-- [end:endpoints]
# --8<-- [start:run]
async def main() -> None:
    transport = httpx2.ASGITransport(app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(
        transport=transport, base_url="http://shop"
    ) as client:
        for path in ("/held", "/batches"):
            batch_sent.clear()
            carry_on.clear()
            export = asyncio.create_task(client.get(path))
            await batch_sent.wait()
            other = await client.get("/orders/count")
            carry_on.set()
            print(path, (await export).status_code, "other request:", other.status_code)
            #> /held 200 other request: 500
            #> /batches 200 other request: 200
    await engine.dispose()


asyncio.run(main())
# --8<-- [end:run]
