"""A server of our own on a free port, gone with us."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from backend_notes.services import supervisor
from backend_notes.services.errors import ServiceFailedError

_LOG_TAIL = 1200
_NOBODY = 65534
_MEMORY = Path("/dev/shm")
_ROOM = 2**30


class PrivateServer:
    """The parent's end of a supervisor: it makes the processes, and survives whatever we do not.

    Attributes:
        folder: removed with the server.
        home: the part of it that the server may write to.
        user: uid and gid that the server runs as, where that is not ours.
        program: what it will run.
        needs_copy: whether `user` can run it only from a copy in the folder.
    """

    def __init__(self, program: Path) -> None:
        self._owner = os.getpid()
        self.program = program
        self.user = unprivileged_user()
        self.needs_copy = self.user is not None and not open_to_all(program)
        arguments = [str(os.getpid()), str(self._scratch())]
        if self.user is not None:
            arguments += [str(part) for part in self.user]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", supervisor.__file__, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self.folder = Path(self._reply()["folder"])
        except BaseException:
            self.close()
            raise
        self.home = self.folder / "home"

    def _scratch(self) -> Path:
        """Where the folder goes.

        In memory where there is room, because a disk takes ten times as long for the 300 files of
        a new database; but programs may not be run there everywhere.
        """
        if "TMPDIR" not in os.environ and not self.needs_copy and _has_room(_MEMORY):
            return _MEMORY
        preferred = Path(tempfile.gettempdir())
        return preferred if self.user is None or open_to_all(preferred) else Path("/tmp")

    def run(self, argv: Sequence[str | Path], env: Mapping[str, str]) -> None:
        """Run a command of the server's to its end, as the server's user.

        Raises:
            ServiceFailedError: it fails; the message ends with what it wrote.
        """
        code = self._ask("run", argv=[str(part) for part in argv], env=dict(env))["code"]
        if code != 0:
            raise ServiceFailedError(
                f"{Path(argv[0]).name} ended with exit code {code}:\n{self.log_tail()}"
            )

    def spawn(self, argv: Sequence[str | Path], env: Mapping[str, str], stop: int) -> int:
        """Start a server; the signal `stop` ends it at once. Returns its process id."""
        reply = self._ask("spawn", argv=[str(part) for part in argv], env=dict(env), signal=stop)
        return int(reply["pid"])

    def stop(self) -> None:
        """End the servers; the folder stays, its log begins anew."""
        self._ask("stop")
        (self.folder / supervisor.LOG).unlink(missing_ok=True)

    def await_ready(self, marker: str, patience: float) -> bool:
        """Wait for the line of its log in which the server says that it is ready.

        Only our own server writes that log: another one that took the port is never mistaken for
        it. False means that a process has ended before, or that the time is up.
        """
        log = self.folder / supervisor.LOG
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            running = bool(self._ask("state")["running"])
            if log.exists() and marker.encode() in log.read_bytes():
                return running
            if not running:
                return False
            time.sleep(0.02)
        return False

    def log_tail(self) -> str:
        """The last lines that the server wrote."""
        log = self.folder / supervisor.LOG
        return log.read_text(errors="replace")[-_LOG_TAIL:].strip() if log.exists() else ""

    def give(self, *trees: Path) -> None:
        """Hand files that we put in the folder to the server's user."""
        if self.user is not None:
            for tree in trees:
                for path in (tree, *tree.rglob("*")):
                    os.chown(path, *self.user, follow_symlinks=False)

    def close(self) -> None:
        """Stop the server and wait until its folder is gone; a fork of ours only lets go of it."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(BrokenPipeError):
            if os.getpid() == self._owner:
                # Closing the pipe is not enough while a fork of ours holds it too.
                self._process.stdin.write(b'{"do": "leave"}\n')
            self._process.stdin.close()
        if os.getpid() == self._owner:
            self._process.wait()
        self._process.stdout.close()

    def _ask(self, what: str, **details: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": what, **details}).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise _gone() from None
        return self._reply()

    def _reply(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise _gone()
        reply: dict[str, Any] = json.loads(line)
        if "error" in reply:
            raise ServiceFailedError(f"the private server could not start: {reply['error']}")
        return reply


def _gone() -> ServiceFailedError:
    return ServiceFailedError(
        "the supervisor of a private server ended early: somebody killed it, or"
        f" {tempfile.gettempdir()} cannot be written. Run the command again."
    )


def free_port() -> int:
    """A port that was free a moment ago; whoever uses it must cope with losing the race."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged_user() -> tuple[int, int] | None:
    """Whom to run a server as: PostgreSQL refuses root, and no other server needs to be root."""
    if os.geteuid() != 0:
        return None
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:  # a container without a list of users
        return _NOBODY, _NOBODY
    return nobody.pw_uid, nobody.pw_gid


def _has_room(folder: Path) -> bool:
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    return shutil.disk_usage(folder).free >= _ROOM


def open_to_all(path: Path) -> bool:
    """Whether any user of the machine can read a path, and pass the folders above it."""
    path = path.resolve()
    wanted = 0o005 if path.is_dir() else 0o004
    return path.stat().st_mode & wanted == wanted and all(
        folder.stat().st_mode & 0o001 for folder in path.parents
    )
