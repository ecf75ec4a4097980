# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["figures"]
# ///
# --8<-- [start:ratio]
import time
from http.client import HTTPConnection
from statistics import median

from container import free_port, running, uvicorn

QUIET = ["--log-level", "critical", "--lifespan", "off"]


def latency(client: HTTPConnection, path: str) -> float:
    started = time.perf_counter()
    client.request("GET", path)
    client.getresponse().read()
    return time.perf_counter() - started


a, b = free_port(), free_port()
with (
    running(uvicorn(a, *QUIET, "--loop", "asyncio"), a),
    running(uvicorn(b, *QUIET, "--loop", "uvloop"), b),
):
    asyncio, uvloop = (HTTPConnection("127.0.0.1", port) for port in (a, b))
    for path, rounds in (("/health", 200), ("/orders/O-1001?seconds=0.02", 15)):
        pairs = [(latency(asyncio, path), latency(uvloop, path)) for _ in range(rounds)]
        ratio = median(pair[0] / pair[1] for pair in pairs)
        print(f"{path}: asyncio takes {ratio:.1f} times as long as uvloop")
# --8<-- [end:ratio]
