# --8<-- [start:middleware]
from time import perf_counter

import structlog
from request_id import request_id
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, clear_contextvars

log = structlog.get_logger("request")


def elapsed(started: float) -> float:
    return round(perf_counter() - started, 4)


class RequestLog:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":  # (1)!
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        identity = request_id(headers.get("x-request-id"), headers.get("traceparent"))
        clear_contextvars()  # (2)!
        bind_contextvars(
            request_id=identity, method=scope["method"], path=scope["path"]
        )
        status, started = 500, perf_counter()

        async def send_with_id(message: Message) -> None:  # (3)!
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = identity
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        except Exception:
            log.exception("request_failed", duration_s=elapsed(started))
            raise  # (4)!
        emit = log.error if status >= 500 else log.info  # (5)!
        emit("request_completed", status=status, duration_s=elapsed(started))
        # --8<-- [end:middleware]
