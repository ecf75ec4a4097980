# --8<-- [start:program]
import asyncio
import socket
import time
from typing import Any

import httpx2
from slow_carrier import running_carrier

resolve = socket.getaddrinfo
patience = httpx2.Timeout(5, connect=0.08)


def slow_lookup(*args: Any, **kwargs: Any) -> Any:
    time.sleep(0.24)
    return resolve(*args, **kwargs)


async def fetch(url: str) -> int:
    async with httpx2.AsyncClient(timeout=patience) as client:
        return (await client.get(url)).status_code


with running_carrier() as url:
    socket.getaddrinfo = slow_lookup
    address = url.replace("127.0.0.1", "localhost")
    with httpx2.Client(timeout=patience) as client:
        print("sync:", client.get(address).status_code)
        #> sync: 200
    try:
        print("async:", asyncio.run(fetch(address)))
    except httpx2.ConnectTimeout as error:
        print("async:", type(error).__name__)
        #> async: ConnectTimeout
# --8<-- [end:program]
