# --8<-- [start:helper]
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

SOURCE = Path(__file__).with_name("picking") / "src"


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return int(listener.getsockname()[1])


def answers(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def get(port: int, path: str) -> tuple[int, str]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()


@contextmanager
def running(
    command: list[str], port: int, **env: str
) -> Iterator[subprocess.Popen[bytes]]:
    variables = {**os.environ, "PYTHONPATH": str(SOURCE), **env}
    process = subprocess.Popen(command, env=variables, start_new_session=True)
    try:
        while not answers(port):
            time.sleep(0.02)
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def uvicorn(port: int, *options: str) -> list[str]:
    command = [sys.executable, "-m", "uvicorn", "picking.main:app"]
    return [*command, "--port", str(port), *options]


# --8<-- [end:helper]
