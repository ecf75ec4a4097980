# --8<-- [start:all]
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.testclient import TestClient
from request_log import RequestLog
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from structlog.contextvars import bind_contextvars, merge_contextvars

structlog.configure(
    processors=[merge_contextvars, structlog.processors.KeyValueRenderer()]
)


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


for middleware in (BaseHTTPRequestLog, RequestLog):
    app = FastAPI()
    app.add_middleware(middleware)
    app.post("/orders/{order_id}/pack")(pack)
    TestClient(app).post("/orders/O-1001/pack", headers={"X-Request-ID": "cart-7f3a9c"})
# --8<-- [end:all]
