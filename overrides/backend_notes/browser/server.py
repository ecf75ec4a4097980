"""An application that answers requests without a server: ASGI, called directly."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import sys
import time
import traceback
import warnings
from contextvars import Context
from typing import Any
from urllib.parse import unquote

from backend_notes.browser.event_loop import portal_loop, wait_until
from backend_notes.browser.page import page

MAX_BODY = 1_000_000
_ENDLESS = "\n[cut: the body goes on]\n"


def describe(app: Any) -> dict[str, Any] | None:
    """The OpenAPI document and the routes of an application; None for anything else."""
    fastapi = sys.modules.get("fastapi")
    if fastapi is None or not isinstance(app, fastapi.FastAPI):
        return None
    document = None
    with warnings.catch_warnings(), contextlib.suppress(Exception):
        warnings.simplefilter("ignore")
        document = app.openapi()
    routes = [
        {
            "path": route.path,
            "methods": sorted(route.methods or ()),
            "name": getattr(route, "name", "") or "",
        }
        for route in app.routes
        if hasattr(route, "methods") and hasattr(route, "path")
    ]
    return {"openapi": document, "routes": routes}


class Server:
    """One application, its lifespan started at the first request.

    Args:
        app: the ASGI application.
        context: the context variables that its program left.
    """

    def __init__(self, app: Any, context: Context) -> None:
        self.app = app
        self.context = context
        self.exit = contextlib.ExitStack()
        self.loop: Any = None
        self.state: dict[str, Any] = {}
        self.lifespan: Lifespan | None = None
        self.running: Any = None

    def request(self, method: str, url: str, headers: list[list[str]], body: str) -> dict[str, Any]:
        """Answer a request; parts of the body go to the page as they come.

        Returns:
            `status`, `headers`, `body`, `milliseconds`. What the application prints and logs is
            written to standard output and standard error.
        """
        if self.loop is None:
            self._start()
        exchange = Exchange(method, url, headers, body, self.state)
        self.running = self.loop.create_task(exchange.run(self.app), context=self.context.copy())
        started = time.perf_counter()
        wait_until(lambda: exchange.complete or self.running.done())
        if not exchange.complete:
            self.running.result()  # raises what no server survives
        return {
            "status": exchange.status,
            "headers": exchange.headers,
            "body": exchange.text,
            "milliseconds": (time.perf_counter() - started) * 1000,
        }

    def finish(self) -> None:
        """Wait for what the application does after its response."""
        if self.running is not None:
            running, self.running = self.running, None
            wait_until(running.done)

    def close(self) -> None:
        """Shut the application down."""
        if self.loop is None:
            return
        for task in asyncio.all_tasks(self.loop):
            if self.lifespan is None or task is not self.lifespan.task:
                task.cancel()
        if self.lifespan is not None:
            self.lifespan.end()
        self.exit.close()
        self.loop = None

    def _start(self) -> None:
        self.loop = self.exit.enter_context(portal_loop())
        self.lifespan = Lifespan(self)
        self.lifespan.begin()
        if "lifespan.startup.failed" in self.lifespan.answers:
            self.close()
            raise RuntimeError("the application did not start")


class Lifespan:
    """The application's start and end, on a loop that others pump."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.messages: list[dict[str, Any]] = [{"type": "lifespan.startup"}]
        self.wake = asyncio.Event()
        self.answers: list[str] = []
        self.task: Any = None

    def begin(self) -> None:
        """Start the application; an application without a lifespan is as good."""
        scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": self.server.state}
        self.task = self.server.loop.create_task(
            self._run(scope), context=self.server.context.copy()
        )
        self.wake.set()
        wait_until(lambda: bool(self.answers) or self.task.done())

    def end(self) -> None:
        """Shut the application down."""
        if not self.task.done():
            count = len(self.answers)
            self.messages.append({"type": "lifespan.shutdown"})
            self.server.loop.call_soon(self.wake.set)
            wait_until(lambda: len(self.answers) > count or self.task.done(), timeout=2)
            self.task.cancel()

    async def _run(self, scope: dict[str, Any]) -> None:
        try:
            await self.server.app(scope, self._receive, self._send)
        except Exception:
            if not self.answers:
                traceback.print_exc()

    async def _receive(self) -> dict[str, Any]:
        while not self.messages:
            self.wake.clear()
            await self.wake.wait()
        return self.messages.pop(0)

    async def _send(self, message: dict[str, Any]) -> None:
        self.answers.append(message["type"])
        if message["type"] == "lifespan.startup.failed":
            print(message.get("message", ""), file=sys.stderr)


class Exchange:
    """One request and its response."""

    def __init__(
        self, method: str, url: str, headers: list[list[str]], body: str, state: dict[str, Any]
    ) -> None:
        path, _, query = url.partition("?")
        self.request_body: bytes | None = body.encode()
        given = {name.lower(): value for name, value in headers}
        usual = {"host": "127.0.0.1:8000", "accept": "*/*"}
        if body:
            usual["content-length"] = str(len(body.encode()))
            usual["content-type"] = "application/json"
        lines = [(n.lower(), v) for n, v in headers]
        lines = [(n, v) for n, v in usual.items() if n not in given] + lines
        self.scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method.upper(),
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(n.encode("latin-1"), v.encode("latin-1", "replace")) for n, v in lines],
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", 8000),
            "state": dict(state),
        }
        self.status = 0
        self.headers: list[list[str]] = []
        self.text = ""
        self.complete = False
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.disconnected = asyncio.Event()

    async def run(self, app: Any) -> None:
        """Call the application; what it raises is logged as a server logs it."""
        try:
            await app(self.scope, self._receive, self._send)
        except Exception as error:
            print("ERROR:    Exception in ASGI application", file=sys.stderr)
            if error.__traceback__ is not None:
                error.__traceback__ = error.__traceback__.tb_next
            traceback.print_exception(error)
            if not self.status:
                self.status = 500
                self.headers = [["content-type", "text/plain; charset=utf-8"]]
                self.text = "Internal Server Error"
        self.complete = True

    async def _receive(self) -> dict[str, Any]:
        if self.request_body is None:
            await self.disconnected.wait()
            return {"type": "http.disconnect"}
        body, self.request_body = self.request_body, None
        return {"type": "http.request", "body": body, "more_body": False}

    async def _send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [
                [name.decode("latin-1"), value.decode("latin-1")]
                for name, value in message.get("headers", ())
            ]
        elif message["type"] == "http.response.body" and not self.complete:
            more = message.get("more_body", False)
            part = self.decoder.decode(message.get("body", b""), final=not more)
            if len(self.text) + len(part) > MAX_BODY:
                part, more = _ENDLESS, False
                self.disconnected.set()
            self.text += part
            if part:
                page.chunk(part)
            if not more:
                self.complete = True
                self.disconnected.set()
        elif self.complete:
            raise OSError("the client has what it wanted and has left")
