# --8<-- [start:program]
import asyncio
import socket
from collections.abc import AsyncIterator

import httpx2
from slow_reader import BUFFER, SIZE, slow_reader

buffers = [(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)]
patience = httpx2.Timeout(5, write=0.1)
manifest = b"x" * SIZE


async def in_pieces() -> AsyncIterator[bytes]:
    for start in range(0, SIZE, 64_000):
        yield manifest[start : start + 64_000]


async def upload(content: bytes | AsyncIterator[bytes]) -> int:
    transport = httpx2.AsyncHTTPTransport(socket_options=buffers)
    async with httpx2.AsyncClient(transport=transport, timeout=patience) as client:
        with slow_reader() as url:
            return (await client.put(url, content=content)).status_code


def upload_sync() -> int:
    transport = httpx2.HTTPTransport(socket_options=buffers)
    with httpx2.Client(transport=transport, timeout=patience) as client:
        with slow_reader() as url:
            return client.put(url, content=manifest).status_code


try:
    asyncio.run(upload(manifest))  # (1)!
except httpx2.WriteTimeout:
    print("AsyncClient, bytes: WriteTimeout")
    #> AsyncClient, bytes: WriteTimeout
print("AsyncClient, pieces:", asyncio.run(upload(in_pieces())))  # (2)!
#> AsyncClient, pieces: 200
print("Client, bytes:", upload_sync())  # (3)!
#> Client, bytes: 200
# --8<-- [end:program]
