# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["figures"]
# ///
# --8<-- [start:ratio]
import time
from contextlib import closing
from http.client import HTTPConnection

from container import free_port, running, uvicorn


def seconds(loop: str, path: str, requests: int) -> float:
    port = free_port()
    command = uvicorn(port, "--loop", loop, "--log-level", "critical")
    with running(command, port), closing(HTTPConnection("127.0.0.1", port)) as client:
        started = time.perf_counter()
        for _ in range(requests):
            client.request("GET", path)
            client.getresponse().read()
        return time.perf_counter() - started


for path, requests in (("/health", 300), ("/orders/O-1001?seconds=0.02", 20)):
    ratio = seconds("asyncio", path, requests) / seconds("uvloop", path, requests)
    print(f"{path}: asyncio takes {ratio:.1f} times as long as uvloop")
# --8<-- [end:ratio]
