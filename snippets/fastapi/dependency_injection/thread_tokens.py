# /// script
# [tool.notes]
# browser = "it counts threads"
# ///
import asyncio
import threading
import time

import httpx2
from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI

app = FastAPI()


# --8<-- [start:program]
inside: list[None] = []
seen: list[int] = []
door = threading.Event()


def enter() -> None:
    inside.append(None)
    seen.append(len(inside))


def threaded() -> None:  # (1)!
    enter()
    door.wait()
    inside.pop()


async def awaiting() -> None:  # (2)!
    enter()
    while not door.is_set():
        await asyncio.sleep(0.01)
    inside.pop()


async def blocking() -> None:  # (3)!
    enter()
    time.sleep(0.001)
    inside.pop()


# --8<-- [end:program]
async def nothing() -> None: ...


for dependency in (threaded, awaiting, blocking):
    app.get(f"/{dependency.__name__}", dependencies=[Depends(dependency)])(nothing)


# --8<-- [start:run]
async def peak_of(client: httpx2.AsyncClient, path: str) -> int:
    door.clear()
    seen.clear()
    requests = [asyncio.create_task(client.get(path)) for _ in range(60)]
    threads = current_default_thread_limiter()
    while len(seen) + threads.statistics().tasks_waiting < 60:  # (1)!
        await asyncio.sleep(0.01)
    door.set()
    await asyncio.gather(*requests)
    return max(seen)


async def main() -> None:
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://shop") as shop:
        for path in ("/threaded", "/awaiting", "/blocking"):
            print(path, "at most", await peak_of(shop, path), "at once")
            #> /threaded at most 40 at once
            #> /awaiting at most 60 at once
            #> /blocking at most 1 at once


asyncio.run(main())
# --8<-- [end:run]
