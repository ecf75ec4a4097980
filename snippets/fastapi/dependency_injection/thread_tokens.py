import asyncio
import threading
import time
from typing import Annotated

import httpx2
from fastapi import Depends, FastAPI

app = FastAPI()


# --8<-- [start:program]
class Gauge:
    def __init__(self) -> None:
        self.running = self.peak = 0
        self.lock = threading.Lock()

    def enter(self) -> None:
        with self.lock:
            self.running += 1
            self.peak = max(self.peak, self.running)

    def leave(self) -> None:
        with self.lock:
            self.running -= 1


gauge = Gauge()


def threaded() -> None:  # (1)!
    gauge.enter()
    time.sleep(0.2)
    gauge.leave()


async def awaiting() -> None:  # (2)!
    gauge.enter()
    await asyncio.sleep(0.5)
    gauge.leave()


async def blocking() -> None:  # (3)!
    gauge.enter()
    time.sleep(0.002)
    gauge.leave()


# --8<-- [end:program]
@app.get("/threaded")
async def get_threaded(found: Annotated[None, Depends(threaded)]) -> None: ...


@app.get("/awaiting")
async def get_awaiting(found: Annotated[None, Depends(awaiting)]) -> None: ...


@app.get("/blocking")
async def get_blocking(found: Annotated[None, Depends(blocking)]) -> None: ...


# --8<-- [start:run]
async def peak_of(path: str) -> int:
    gauge.peak = 0
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(
        transport=transport, base_url="http://shop"
    ) as client:
        await asyncio.gather(*(client.get(path) for _ in range(60)))
    return gauge.peak


async def main() -> None:
    for path in ("/threaded", "/awaiting", "/blocking"):
        print(path, "at most", await peak_of(path), "at once")
        #> /threaded at most 40 at once
        #> /awaiting at most 60 at once
        #> /blocking at most 1 at once


asyncio.run(main())
# --8<-- [end:run]
