# --8<-- [start:deadline]
import asyncio
import time
from dataclasses import dataclass

import httpx2

HEADER = "X-Remaining-Ms"


@dataclass(frozen=True)
class Deadline:
    at: float

    @classmethod
    def from_headers(cls, headers: httpx2.Headers, default: float) -> "Deadline":
        seconds = int(headers[HEADER]) / 1000 if HEADER in headers else default
        return cls(time.monotonic() + min(seconds, default))  # (1)!

    def remaining(self) -> float:
        return max(0.0, self.at - time.monotonic())

    def headers(self) -> dict[str, str]:
        return {HEADER: str(int(self.remaining() * 1000))}  # (2)!


# --8<-- [end:deadline]
# --8<-- [start:run]
async def carrier(request: httpx2.Request) -> httpx2.Response:
    deadline = Deadline.from_headers(request.headers, default=5)
    if deadline.remaining() < 0.5:  # (1)!
        return httpx2.Response(503, text="not enough time for a label")
    return httpx2.Response(200, text="label")


async def warehouse(request: httpx2.Request) -> httpx2.Response:
    deadline = Deadline.from_headers(request.headers, default=2)
    await asyncio.sleep(0.1)  # (2)!
    transport = httpx2.MockTransport(carrier)
    async with httpx2.AsyncClient(transport=transport, timeout=1) as client:
        async with asyncio.timeout(deadline.remaining()):  # (3)!
            url = "http://carrier/labels"
            return await client.post(url, headers=deadline.headers())


async def main() -> None:
    transport = httpx2.MockTransport(warehouse)
    async with httpx2.AsyncClient(transport=transport) as shop:
        for budget_ms in (1500, 550):
            headers = {HEADER: str(budget_ms)}
            answer = await shop.post("http://warehouse/orders", headers=headers)
            print(budget_ms, answer.status_code, answer.text)
            #> 1500 200 label
            #> 550 503 not enough time for a label


asyncio.run(main())
# --8<-- [end:run]
