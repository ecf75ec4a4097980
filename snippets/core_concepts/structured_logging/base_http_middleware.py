# --8<-- [start:all]
from itertools import count
from unittest.mock import patch

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.testclient import TestClient
from request_log import RequestLog
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from structlog.contextvars import bind_contextvars, merge_contextvars
from structlog.processors import KeyValueRenderer

structlog.configure(processors=[merge_contextvars, KeyValueRenderer(sort_keys=True)])


class BaseHTTPRequestLog(BaseHTTPMiddleware):
    async def dispatch(
        self, request: Request, call_next: RequestResponseEndpoint
    ) -> Response:
        bind_contextvars(path=request.url.path)
        response = await call_next(request)
        structlog.get_logger().info("request_completed", status=response.status_code)
        return response


async def pack(order_id: str) -> None:
    bind_contextvars(order_id=order_id)


def pack_in_thread(order_id: str) -> None:
    bind_contextvars(order_id=order_id)


with patch("request_log.perf_counter", count(step=0.0125).__next__):
    for middleware, endpoint in (
        (BaseHTTPRequestLog, pack),
        (RequestLog, pack),
        (RequestLog, pack_in_thread),
    ):
        app = FastAPI(middleware=[Middleware(middleware)])
        app.post("/pack/{order_id}")(endpoint)
        TestClient(app).post("/pack/O-1001", headers={"X-Request-ID": "cart-7f3a9c"})
# --8<-- [end:all]
