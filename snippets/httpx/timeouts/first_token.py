# --8<-- [start:program]
import asyncio

import httpx2
from slow_carrier import running_carrier

FIRST, IDLE, TOTAL = 1.0, 0.2, 5.0


async def tokens(client: httpx2.AsyncClient, path: str) -> str:
    loop = asyncio.get_running_loop()
    seen = 0
    try:
        async with asyncio.timeout(TOTAL), asyncio.timeout(None) as idle:  # (1)!
            async with client.stream("GET", path) as answer:
                async for text in answer.aiter_text():
                    seen += text.count("label")
                    idle.reschedule(loop.time() + IDLE)  # (2)!
    except TimeoutError:
        reason = "stalled" if idle.expired() else "too long"  # (3)!
        return f"{reason} after {seen} tokens"
    except httpx2.ReadTimeout:
        return "no first token"
    return f"complete with {seen} tokens"


async def main() -> None:
    patience = httpx2.Timeout(2, read=FIRST)  # (4)!
    with running_carrier() as url:
        async with httpx2.AsyncClient(base_url=url, timeout=patience) as client:
            print(await tokens(client, "/draft?think=0.3&pieces=8&gap=0.01"))
            #> complete with 8 tokens
            print(await tokens(client, "/draft?pieces=3&gap=0.01&stall=0.6"))
            #> stalled after 3 tokens


asyncio.run(main())
# --8<-- [end:program]
