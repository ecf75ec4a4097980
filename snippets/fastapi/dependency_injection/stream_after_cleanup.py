from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import ResourceClosedError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///orders.db")
app = FastAPI()


async def connect() -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        yield connection


# --8<-- [start:program]
@app.get("/export")
async def export(
    connection: Annotated[AsyncConnection, Depends(connect, scope="function")],
) -> StreamingResponse:
    async def body() -> AsyncIterator[str]:
        yield "sku,pieces\n"
        await connection.execute(text("SELECT 'BOX-1', 7"))

    return StreamingResponse(body())


with TestClient(app) as client:
    try:
        client.get("/export")
    except ResourceClosedError as error:
        print(error)
        #> This Connection is closed
# --8<-- [end:program]
