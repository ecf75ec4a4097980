# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:limit]
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

from container import free_port, get, running, uvicorn


def outcome(port: int) -> str:
    try:
        return str(get(port, "/orders/O-1001?seconds=4")[0])
    except (OSError, HTTPException) as error:
        return type(error).__name__


def deploy(*options: str) -> None:
    port = free_port()
    quiet = ["--log-level", "critical", *options]
    with ThreadPoolExecutor() as pool, running(uvicorn(port, *quiet), port) as process:
        client = pool.submit(outcome, port)
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=2.5)  # (1)!
            print("ended by itself")
        except subprocess.TimeoutExpired:
            process.kill()
            print("killed at the end of the grace period")
        print("the client got", client.result())


deploy()
deploy("--timeout-graceful-shutdown", "1")
# --8<-- [end:limit]
