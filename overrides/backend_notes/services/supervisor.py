"""The process that keeps one private server, and takes it away when its parent is gone.

Run by file name, in an interpreter of its own, with nothing but the standard library: so it starts
in 20 ms and does not depend on where the package is installed.

    supervisor.py PARENT_PID SCRATCH [UID GID]

It makes a folder in SCRATCH, prints its path as a line of JSON, and then answers each line of JSON
on its standard input with one on its standard output: see `Keeper.answer`. The parent says `leave`,
or dies, with whatever signal: then the pipe closes, or the parent's id changes where a fork of the
parent still holds the pipe. Each time the servers stop, the folder goes and this process ends.

It leads a session of its own: Ctrl-C in the terminal reaches the parent only. On Linux the servers
ask the kernel to be stopped when this process is killed; its folder then goes at the next start.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

PREFIX = "backend-notes-service-"
LOG = "server.log"
_LOCK = "lock"
_PR_SET_PDEATHSIG = 1
_GRACE = 10.0
_HALF_MADE = 60.0


class Keeper:
    """The folder and the processes of one private server.

    Attributes:
        folder: everything the server writes; its `home` belongs to the server's user.
    """

    def __init__(self, scratch: Path, user: tuple[int, int] | None) -> None:
        self.folder, self._lock = make_folder(scratch)
        self._as_user: dict[str, Any] = {}
        home = self.folder / "home"
        home.mkdir(mode=0o700)
        if user is not None:
            uid, gid = user
            os.chown(home, uid, gid)
            self._as_user = {"user": uid, "group": gid, "extra_groups": []}
        self._servers: list[tuple[subprocess.Popen[bytes], int]] = []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what one request asks.

        `run` waits for a command, `spawn` starts a server, `state` tells whether all of them still
        run, `stop` ends them. `run` and `spawn` carry `argv`, `env` and, for a server, the number
        of the `signal` that stops it at once.
        """
        match request["do"]:
            case "run":
                process = self._popen(request, signal.SIGKILL)
                return {"code": process.wait()}
            case "spawn":
                process = self._popen(request, request["signal"])
                self._servers.append((process, request["signal"]))
                return {"pid": process.pid}
            case "state":
                return {"running": all(server.poll() is None for server, _ in self._servers)}
            case "stop":
                self.stop()
                return {}
            case other:
                raise ValueError(f"no such request: {other}")

    def stop(self) -> None:
        """End the servers, the last one first."""
        for server, number in reversed(self._servers):
            server.send_signal(number)
            try:
                server.wait(_GRACE)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        self._servers.clear()

    def close(self) -> None:
        """Leave nothing behind."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)

    def _popen(self, request: dict[str, Any], death: int) -> subprocess.Popen[bytes]:
        with (self.folder / LOG).open("ab") as log:
            return subprocess.Popen(
                request["argv"],
                cwd=self.folder / "home",
                env=request["env"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_dies_with_parent(death),
                **self._as_user,
            )


def make_folder(scratch: Path) -> tuple[Path, int]:
    """A fresh folder, and the descriptor of the lock that says that somebody still uses it."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=scratch))
    folder.chmod(0o711)
    # Locked before it has its name: a sweep never sees a lock that nobody holds yet.
    unnamed = folder / f"{_LOCK}.new"
    lock = os.open(unnamed, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    unnamed.rename(folder / _LOCK)
    return folder, lock


def sweep(scratch: Path) -> None:
    """Remove the folders whose supervisor was killed."""
    for folder in scratch.glob(f"{PREFIX}*"):
        with suppress(OSError):
            status = folder.lstat()
            if status.st_uid == os.geteuid() and not folder.is_symlink() and _abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR)
    except FileNotFoundError:
        return time.time() - folder.stat().st_mtime > _HALF_MADE
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def _dies_with_parent(number: int) -> Callable[[], None] | None:
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, number)


def serve(keeper: Keeper, parent: int) -> None:
    """Answer requests until the parent is gone."""
    pending = b""
    while os.getppid() == parent:
        if not select.select([0], [], [], 0.5)[0]:
            continue
        received = os.read(0, 65536)
        if not received:
            return
        *lines, pending = (pending + received).split(b"\n")
        for line in lines:
            request = json.loads(line)
            if request["do"] == "leave":
                return
            try:
                reply = keeper.answer(request)
            except Exception as error:
                reply = {"error": f"{type(error).__name__}: {error}"}
            _say(reply)


def _say(reply: dict[str, Any]) -> None:
    os.write(1, json.dumps(reply).encode() + b"\n")


def _leave(*_: object) -> None:
    raise SystemExit


def main(arguments: list[str]) -> None:
    """Keep a server for as long as the parent lives."""
    parent, scratch, *user = arguments
    ending = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    for number in ending:
        signal.signal(number, _leave)
    for place in {scratch, tempfile.gettempdir(), "/tmp", "/dev/shm"}:
        sweep(Path(place))
    keeper = Keeper(Path(scratch), (int(user[0]), int(user[1])) if user else None)
    try:
        _say({"folder": str(keeper.folder)})
        with suppress(BrokenPipeError):
            serve(keeper, int(parent))
    finally:
        for number in ending:
            signal.signal(number, signal.SIG_IGN)
        keeper.close()


if __name__ == "__main__":
    main(sys.argv[1:])
