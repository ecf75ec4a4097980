"""What a worker's other callers notice while somebody waits in `get_order_data`."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from backend_notes.builds.service import Answer, Service, eventually, serve
from backend_notes.builds.steps import MissingError
from backend_notes.builds.working_copy import PACKAGE
from backend_notes.services.lease import Services

_WAITING = "/get_order_data/at/AT-99"
_SECONDS = 2.0
_PINGS = 6
_LINE = re.compile(
    r"GET (?P<path>\S+) (?P<status>\d+)"
    r" handled in (?P<handled>[\d.]+) ms, queued for (?P<queued>[\d.]+) ms"
)


@dataclass(frozen=True)
class Times:
    """What the service's own log says of a request, in seconds.

    Attributes:
        path: what was asked for.
        handled: how long the handler took.
        queued: how long the request had waited before.
        status: what the answer was.
    """

    path: str
    handled: float
    queued: float
    status: str

    def __str__(self) -> str:
        times = f"queued {self.queued:.2f} s, handled in {self.handled:.2f} s"
        return f"{times}: {self.status} {self.path}"


def queue_times(services: Services, package: Path, *, cured: bool = False) -> list[Times]:
    """Start a service with one worker, and measure.

    Args:
        services: finds or starts the servers.
        package: the code of the service.
        cured: whether to measure a copy whose handler does not block any more.

    Returns:
        Six pings and the request that waits two seconds meanwhile, in the log's order.

    Raises:
        MissingError: the service does not start, or is not what the cure was written for.
    """
    with tempfile.TemporaryDirectory(prefix="queue-time-") as folder:
        if cured:
            package = _cured_copy(package, Path(folder))
        with serve(services, package) as service:
            return while_one_waits(service, _SECONDS, _PINGS)[1]


def while_one_waits(service: Service, seconds: float, pings: int) -> tuple[Answer, list[Times]]:
    """The answer of `get_order_data` for an order that never comes, and everybody's times.

    Args:
        service: runs on one worker.
        seconds: how long the handler is told to wait.
        pings: how many others ask meanwhile, spread evenly.
    """
    before = len(_times(service.log()))
    _send(service, _WAITING)()  # a worker's first request takes longer than others
    eventually(lambda: len(_times(service.log())) > before)
    answers = [_send(service, f"{_WAITING}?waitSeconds={seconds:g}")]
    for _ in range(pings):
        time.sleep(seconds / (pings + 1))
        answers.append(_send(service, "/ping"))
    waited, *_ = [answer() for answer in answers]
    eventually(lambda: len(_times(service.log())) > before + 1 + pings)  # it may come after
    return waited, _times(service.log())[before + 1 :]


def longest_queue(times: list[Times]) -> float:
    """The seconds that the unluckiest ping waited."""
    return max((one.queued for one in times if one.path == "/ping"), default=0.0)


def _cured_copy(package: Path, folder: Path) -> Path:
    copy = folder / PACKAGE
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    command = ["git", "apply", str(package / "exercises/blocking-handler.patch")]
    alone = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
    done = subprocess.run(
        command, cwd=folder, env=alone, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise MissingError("The cure does not fit: `get_order_data` is not as it was any more.")
    return copy


def _send(service: Service, path: str) -> Callable[[], Answer]:
    """Ask as a proxy would, with the time at which the request came; who wants the answer, calls.

    What is sent stands in line before this returns: the next request comes after it.
    """
    connection = http.client.HTTPConnection(urlsplit(service.stack.url).netloc, timeout=30)
    connection.request("GET", path, headers={"X-Request-Start": f"t={time.time():.3f}"})

    def receive() -> Answer:
        with closing(connection), connection.getresponse() as got:
            text = got.read().decode()
        body = json.loads(text) if got.headers.get_content_subtype() == "json" else text
        return Answer(f"GET {path}", got.status, body)

    return receive


def _times(log: str) -> list[Times]:
    return [
        Times(
            path=match["path"],
            handled=float(match["handled"]) / 1000,
            queued=float(match["queued"]) / 1000,
            status=match["status"],
        )
        for match in _LINE.finditer(log)
    ]
