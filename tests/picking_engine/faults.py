"""Servers to stop and start again, and connections to cut."""

from __future__ import annotations

import random
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from backend_notes.services.private import PrivateServer
from backend_notes.services.redis import Redis
from backend_notes.services.service import Service


class Breakable:
    """A private server that stops and starts at the same port, with the same data."""

    def __init__(self, server: PrivateServer, start: Callable[[], str | None]) -> None:
        self._server = server
        self._start = start
        self.url = ""
        self.start()

    def start(self) -> None:
        self.url = self._start() or ""
        assert self.url, self._server.log_tail()

    def stop(self) -> None:
        self._server.stop()

    @classmethod
    @contextmanager
    def of(cls, service: Service) -> Iterator[Breakable]:
        program = service.program()
        assert program is not None
        server, port = PrivateServer(program), steady_port()
        try:
            service.prepare(server)
            yield cls(server, lambda: service.start(server, port))
        finally:
            server.close()

    @classmethod
    @contextmanager
    def valkey(cls) -> Iterator[Breakable]:
        """One that has written an order down before it acknowledges it."""
        program = Redis().program()
        assert program is not None
        server, port = PrivateServer(program), steady_port()
        if server.needs_copy:
            program = Path(shutil.copy(program, server.folder))
            server.give(program)
        argv: list[str | Path] = [program, "--port", str(port), "--bind", "127.0.0.1"]
        argv += ["--dir", server.home, "--appendonly", "yes", "--appendfsync", "always"]

        def start() -> str | None:
            server.spawn(argv, {"LC_ALL": "C"}, signal.SIGKILL)
            ready = server.await_ready("Ready to accept connections", 15)
            return f"redis://127.0.0.1:{port}/0" if ready else None

        try:
            yield cls(server, start)
        finally:
            server.close()


def steady_port() -> int:
    """A free port that no outgoing connection takes while a server is stopped."""
    while True:
        port = random.randrange(20_000, 32_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


class Proxy:
    """Passes bytes between clients and a server, until told to cut.

    Attributes:
        url: the server's address, by way of the proxy.
        connections: how many clients have come so far.
        client_chunks: how many times clients have sent something.
        cut_after: how many more times clients may send something; after the last one the
            connection is cut before they hear the answer. Nothing is cut while it is negative.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._server = parts.hostname or "", parts.port or 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.connections = 0
        self.client_chunks = 0
        self.cut_after = -1
        login, at, _ = parts.netloc.rpartition("@")
        netloc = f"{login}{at}127.0.0.1:{self._listener.getsockname()[1]}"
        self.url = urlunsplit(parts._replace(netloc=netloc))
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Proxy:
        return self

    def __exit__(self, *exc: object) -> None:
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Break every connection there is; new ones work."""
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._open.clear()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            server = socket.create_connection(self._server)
            self._open += [client, server]
            cutting = threading.Event()
            for way in ((self._to_server, client, server), (self._to_client, server, client)):
                threading.Thread(target=self._pass_on, args=(*way, cutting), daemon=True).start()

    def _pass_on(
        self,
        way: Callable[[bytes, socket.socket, threading.Event], bool],
        source: socket.socket,
        target: socket.socket,
        cutting: threading.Event,
    ) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not way(data, target, cutting):
                    break
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _to_server(self, data: bytes, server: socket.socket, cutting: threading.Event) -> bool:
        self.client_chunks += 1
        self.cut_after -= 1
        if self.cut_after == 0:
            cutting.set()
        server.sendall(data)
        if cutting.is_set():
            time.sleep(0.2)  # for a server that has nothing to answer
        return not cutting.is_set()

    def _to_client(self, data: bytes, client: socket.socket, cutting: threading.Event) -> bool:
        if cutting.is_set():
            return False  # what was sent arrived, and its answer does not
        client.sendall(data)
        return True
