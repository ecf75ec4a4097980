# /// script
# [tool.notes]
# needs = ["redis"]
# ///
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, TypedDict

from fastapi import Depends, FastAPI, Request
from fastapi.testclient import TestClient
from redis.asyncio import Redis

url = os.environ["REDIS_URL"]


# --8<-- [start:lifespan]
class State(TypedDict):
    cache: Redis


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[State]:
    cache = Redis.from_url(url)  # (1)!
    yield {"cache": cache}  # (2)!
    await cache.aclose()


app = FastAPI(lifespan=lifespan)


async def get_cache(request: Request) -> Redis:  # (3)!
    cache: Redis = request.state.cache
    return cache


async def cache_per_request() -> AsyncIterator[Redis]:
    cache = Redis.from_url(url)  # (4)!
    yield cache
    await cache.aclose()


# --8<-- [end:lifespan]
# --8<-- [start:run]
@app.get("/shared")
async def shared(cache: Annotated[Redis, Depends(get_cache)]) -> int:
    return int(await cache.client_id())


@app.get("/own")
async def own(cache: Annotated[Redis, Depends(cache_per_request)]) -> int:
    return int(await cache.client_id())


with TestClient(app) as client:
    for path in ("/shared", "/own"):
        connections = {client.get(path).json() for _ in range(20)}
        print(path, "20 requests, connections opened:", len(connections))
        #> /shared 20 requests, connections opened: 1
        #> /own 20 requests, connections opened: 20
# --8<-- [end:run]
