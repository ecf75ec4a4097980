# --8<-- [start:program]
import asyncio

import httpx2
from slow_carrier import SlowCarrier, running_carrier


class HangsOnce(SlowCarrier):
    calls = 0

    def answer(self) -> None:
        HangsOnce.calls += 1
        self.path = "/label?think=2" if HangsOnce.calls == 1 else "/label"
        super().answer()


async def book(client: httpx2.AsyncClient, inner: float, outer: float) -> str:
    HangsOnce.calls = 0
    try:
        async with asyncio.timeout(outer):
            await asyncio.sleep(0.1)  # (1)!
            for attempt in (1, 2):
                try:
                    await client.get("/label", timeout=inner)
                    return f"answered at attempt {attempt}"
                except httpx2.TimeoutException:
                    continue
    except TimeoutError:
        return "own deadline, no second attempt"
    return "both attempts timed out"


async def main() -> None:
    with running_carrier(HangsOnce) as url:
        async with httpx2.AsyncClient(base_url=url) as client:
            print("equal:", await book(client, inner=0.2, outer=0.2))
            #> equal: own deadline, no second attempt
            print("smaller:", await book(client, inner=0.2, outer=1))
            #> smaller: answered at attempt 2


asyncio.run(main())
# --8<-- [end:program]
