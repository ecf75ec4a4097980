# --8<-- [start:program]
import time

import httpx2
from slow_carrier import running_carrier


def fetch(client: httpx2.Client, path: str, budget: float) -> bytes:
    deadline = time.monotonic() + budget
    body = bytearray()
    patience = httpx2.Timeout(budget)  # (1)!
    with client.stream("GET", path, timeout=patience) as answer:
        for piece in answer.iter_raw():
            body += piece
            if time.monotonic() > deadline:  # (2)!
                raise TimeoutError(f"{budget} s are over, {len(body)} bytes read")
    return bytes(body)


with running_carrier() as url, httpx2.Client(base_url=url) as client:
    print(len(fetch(client, "/labels?pieces=5&gap=0.01", budget=2)))
    #> 30
    try:
        fetch(client, "/labels?pieces=50&gap=0.04", budget=0.3)
    except TimeoutError as error:
        print(type(error).__name__)
        #> TimeoutError
# --8<-- [end:program]
