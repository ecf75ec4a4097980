# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:program]
import asyncio
import socket
import time
from typing import Any

import httpx2

BUDGET = 0.3
resolve = socket.getaddrinfo


def slow_lookup(*args: Any, **kwargs: Any) -> Any:
    time.sleep(0.12)  # (1)!
    return resolve(*args, **kwargs)


async def main(port: int) -> None:
    start = 0.0

    async def trace(event: str, _: dict[str, Any]) -> None:  # (2)!
        nonlocal start
        start = start or time.perf_counter()
        print(f"{time.perf_counter() - start:.2f} s", event)

    patience = httpx2.Timeout(5, connect=BUDGET)
    async with httpx2.AsyncClient(timeout=patience) as client:
        try:
            url = f"https://localhost:{port}/label"
            await client.get(url, extensions={"trace": trace})
        except httpx2.ConnectTimeout:
            waited = time.perf_counter() - start
            print("ConnectTimeout, over its budget:", waited > BUDGET + 0.1)


socket.getaddrinfo = slow_lookup
with socket.socket() as listener:
    listener.bind(("127.0.0.1", 0))
    listener.listen()  # (3)!
    asyncio.run(main(listener.getsockname()[1]))
# --8<-- [end:program]
