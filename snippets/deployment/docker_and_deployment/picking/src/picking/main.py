# --8<-- [start:app]
import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

WAREHOUSE = os.environ.get("WAREHOUSE", "Berlin")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    print("pool opened", flush=True)
    yield
    print("pool closed", flush=True)


app = FastAPI(lifespan=lifespan)


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/orders/{order_id}")
async def order(order_id: str, seconds: float = 0) -> dict[str, str]:
    await asyncio.sleep(seconds)
    return {"order": order_id, "warehouse": WAREHOUSE}


# --8<-- [end:app]
