# --8<-- [start:program]
import socket
import time

import httpx2

BUDGET = 0.3


def attempt(client: httpx2.Client, port: int) -> str:
    start = time.perf_counter()
    try:
        client.get(f"http://127.0.0.1:{port}/label")
    except httpx2.TransportError as error:
        waited = time.perf_counter() - start
        return f"{type(error).__name__}, waited {waited >= BUDGET}"
    return "answered"


with (
    socket.socket() as closed,
    socket.socket() as busy,
    httpx2.Client(timeout=httpx2.Timeout(5, connect=BUDGET)) as client,
):
    closed.bind(("127.0.0.1", 0))  # (1)!
    print("nobody listens:", attempt(client, closed.getsockname()[1]))
    #> nobody listens: ConnectError, waited False

    busy.bind(("127.0.0.1", 0))
    busy.listen(0)  # (2)!
    with socket.create_connection(busy.getsockname()):
        print("queue is full:", attempt(client, busy.getsockname()[1]))
        #> queue is full: ConnectTimeout, waited True
# --8<-- [end:program]
