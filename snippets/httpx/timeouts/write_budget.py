# --8<-- [start:program]
import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpx2

PIECE, PIECES = 64 * 1024, 10
SMALL = [(socket.SOL_SOCKET, socket.SO_SNDBUF, 32 * 1024)]
patience = httpx2.Timeout(5, write=0.2)


# --8<-- [end:program]
@contextmanager
def slow_reader() -> Iterator[str]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 * 1024)
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                expected, got = PIECE * PIECES, 0
                while got < expected and (data := connection.recv(PIECE)):
                    got += len(data)
                    time.sleep(0.6 * len(data) / expected)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()

async def pieces() -> AsyncIterator[bytes]:
    for _ in range(PIECES):
        yield b"x" * PIECE

async def upload(url, content):
    transport = httpx2.AsyncHTTPTransport(socket_options=SMALL)
    async with httpx2.AsyncClient(transport=transport, timeout=patience) as client:
        try:
            return (await client.post(url, content=content)).status_code
        except httpx2.WriteTimeout as e:
            return type(e).__name__

def upload_sync(url, content):
    transport = httpx2.HTTPTransport(socket_options=SMALL)
    with httpx2.Client(transport=transport, timeout=patience) as client:
        try:
            return (client.post(url, content=content)).status_code
        except httpx2.WriteTimeout as e:
            return type(e).__name__

for what, call in [("async bytes", lambda u: asyncio.run(upload(u, b"x"*PIECE*PIECES))), ("async pieces", lambda u: asyncio.run(upload(u, pieces()))), ("sync bytes", lambda u: upload_sync(u, b"x"*PIECE*PIECES))]:
    with slow_reader() as url:
        start = time.perf_counter()
        print(what, call(url), time.perf_counter()-start)
