"""Another process that holds a lease, and what is left when it is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from backend_notes.services.postgres import Postgres
from backend_notes.services.rabbitmq import RabbitMQ
from backend_notes.services.redis import Redis

NOBODY = 65534


# Where no server is: nothing listens on port 1.
NOWHERE = {
    Postgres: "postgresql://postgres@127.0.0.1:1/postgres",
    Redis: "redis://127.0.0.1:1/0",
    RabbitMQ: "amqp://guest:guest@127.0.0.1:1/%2F",
}


class Holder:
    """holder.py while it holds a lease, and all the processes below it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        self.env: dict[str, str] = told["env"]
        self.folders = [Path(folder) for folder in told["folders"]]
        self.report: dict[str, str] = told["report"]
        self.below = psutil.Process(process.pid).children(recursive=True)

    def supervisors(self) -> list[psutil.Process]:
        return [process for process in self.below if process.ppid() == self.process.pid]


@contextmanager
def held(python: str, needs: list[str], as_user: int | None = None) -> Iterator[Holder]:
    with start_holder(python, needs, as_user) as process:
        try:
            yield Holder(process)
        finally:
            process.kill()


def assert_nothing_left(holder: Holder, folders: bool = True) -> None:
    _, alive = psutil.wait_procs(holder.below, timeout=15)
    assert alive == []
    assert shared_memory(holder) == []
    assert not folders or [folder for folder in holder.folders if folder.exists()] == []


def shared_memory(holder: Holder) -> list[str]:
    """System V segments, which outlive a PostgreSQL that dies without a word."""
    table = Path("/proc/sysvipc/shm")
    if not table.exists():
        return []
    makers = {str(process.pid) for process in holder.below}
    return [line for line in table.read_text().splitlines() if line.split()[4] in makers]


def start_holder(python: str, needs: list[str], as_user: int | None) -> subprocess.Popen[str]:
    """Start holder.py as some user, in a session of its own."""
    site_packages = [path for path in sys.path if path.endswith("site-packages")]
    overrides = Path(__file__).parents[2] / "overrides"
    return subprocess.Popen(
        [python, str(Path(__file__).with_name("holder.py")), *needs],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(overrides), *site_packages]),
            "LD_LIBRARY_PATH": str(Path(python).parents[1] / "lib"),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        user=as_user,
        group=as_user,
        extra_groups=None if as_user is None else [],
        start_new_session=True,
    )
