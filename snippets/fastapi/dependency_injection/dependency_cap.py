import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import httpx2
from fastapi import BackgroundTasks, Depends, FastAPI

app = FastAPI()
running = peak = 0


async def print_label() -> None:
    global running, peak
    running += 1
    peak = max(peak, running)
    for _ in range(500):  # turns of the event loop, so that the clock has no say
        await asyncio.sleep(0)
    running -= 1


# --8<-- [start:program]
async def printer() -> AsyncIterator[str]:
    yield "printer"


Printer = Annotated[str, Depends(printer, max_concurrency=2)]  # (1)!
OtherPrinter = Annotated[str, Depends(printer, max_concurrency=2)]  # (2)!
BriefPrinter = Annotated[
    str, Depends(printer, scope="function", max_concurrency=2)
]  # (3)!


@app.get("/labels")
async def labels(held: Printer) -> None:
    await print_label()


@app.get("/slips")
async def slips(held: Printer) -> None:
    await print_label()


@app.get("/manifests")
async def manifests(held: OtherPrinter) -> None:
    await print_label()


@app.get("/later")
async def later(held: Printer, tasks: BackgroundTasks) -> None:
    tasks.add_task(print_label)


@app.get("/brief")
async def brief(held: BriefPrinter, tasks: BackgroundTasks) -> None:
    tasks.add_task(print_label)


# --8<-- [end:program]
# --8<-- [start:run]
async def peak_of(*paths: str) -> int:
    global peak
    peak = 0
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(
        transport=transport, base_url="http://shop"
    ) as client:
        await asyncio.gather(*(client.get(path) for path in paths * 4))
    return peak


async def main() -> None:
    print("one alias, two endpoints:", await peak_of("/labels", "/slips"))
    #> one alias, two endpoints: 2
    print("two aliases:", await peak_of("/labels", "/manifests"))
    #> two aliases: 4
    print("background tasks, request scope:", await peak_of("/later"))
    #> background tasks, request scope: 2
    print("background tasks, function scope:", await peak_of("/brief"))
    #> background tasks, function scope: 4


asyncio.run(main())
# --8<-- [end:run]
