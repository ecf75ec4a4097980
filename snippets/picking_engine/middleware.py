"""How long each request waited, and how long it took."""

from __future__ import annotations

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

QUEUE_HEADER = b"x-request-start"


# --8<-- [start:timing-middleware]
class TimingMiddleware:
    """Log handling time and queue time of every request; pure ASGI, so it adds no task.

    The queue time is what passed since the proxy in front took the request in, which it
    says in the header `X-Request-Start: t=<seconds since 1970>`, as nginx and most
    load balancers can.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and note when its response ends."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        queued = queue_time(scope, time.time())
        started = time.perf_counter()
        status = 500
        ended = False

        async def send_and_note(message: Message) -> None:
            nonlocal status, ended
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)
            # Background tasks run after this, inside the same call of the application.
            if message["type"] == "http.response.body" and not message.get("more_body"):
                ended = True
                log_request(scope, status, time.perf_counter() - started, queued)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            if not ended:  # it failed, or the client went away
                log_request(scope, status, time.perf_counter() - started, queued)


# --8<-- [end:timing-middleware]


# --8<-- [start:queue-time]
def queue_time(scope: Scope, now: float) -> float | None:
    """Seconds between the proxy and us; None where no proxy says when it was."""
    for name, value in scope["headers"]:
        if name == QUEUE_HEADER:
            try:
                return max(0.0, now - float(value.removeprefix(b"t=")))
            except ValueError:
                return None
    return None


# --8<-- [end:queue-time]


def log_request(
    scope: Scope, status: int, handled: float, queued: float | None
) -> None:
    """One line for each request."""
    logger.info(
        "%s %s %d handled in %.1f ms, queued for %s",
        scope["method"],
        scope["path"],
        status,
        handled * 1000,
        "an unknown time" if queued is None else f"{queued * 1000:.1f} ms",
    )
