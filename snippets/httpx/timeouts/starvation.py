# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:program]
import asyncio
import time

import httpx2
from slow_carrier import running_carrier

two_places = httpx2.Limits(max_connections=2)


async def healthy_wait(url: str, read: float) -> float:
    patience = httpx2.Timeout(5, read=read)
    async with httpx2.AsyncClient(
        base_url=url, limits=two_places, timeout=patience
    ) as client:
        hanging = [asyncio.create_task(client.get("/?think=2")) for _ in range(2)]
        await asyncio.sleep(0)
        start = time.perf_counter()
        await client.get("/track")  # (1)!
        waited = time.perf_counter() - start
        await asyncio.gather(*hanging, return_exceptions=True)
        return waited


async def main() -> None:
    with running_carrier() as url:
        short, long = await healthy_wait(url, 0.12), await healthy_wait(url, 0.36)
        print(f"three times the read timeout: {long / short:.1f} times the wait")
        #> three times the read timeout: 2.9 times the wait


asyncio.run(main())
# --8<-- [end:program]
