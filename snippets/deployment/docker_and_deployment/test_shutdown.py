# --8<-- [start:test]
import time
from concurrent.futures import ThreadPoolExecutor

from container import free_port, get, running, uvicorn

OPTIONS = ["--timeout-graceful-shutdown", "5", "--log-level", "critical"]


def test_open_requests_survive_a_deployment() -> None:
    port = free_port()
    with (
        ThreadPoolExecutor() as pool,
        running(uvicorn(port, *OPTIONS), port) as process,
    ):
        answer = pool.submit(get, port, "/orders/O-1001?seconds=0.9")
        time.sleep(0.4)
        process.terminate()
        assert answer.result()[0] == 200
        assert process.wait(timeout=2) == -15


# --8<-- [end:test]
