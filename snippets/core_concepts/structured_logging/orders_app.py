# /// script
# [tool.notes]
# normalise = ["times"]
# ///
# --8<-- [start:all]
import asyncio

import log_setup
from fastapi import FastAPI
from fastapi.testclient import TestClient
from request_log import RequestLog
from structlog.contextvars import bind_contextvars

app = FastAPI()
app.add_middleware(RequestLog)


@app.post("/orders/{order_id}/pack")
async def pack(order_id: str) -> dict[str, str]:
    bind_contextvars(order_id=order_id)
    await asyncio.sleep(0.1)
    if order_id == "O-404":
        raise LookupError(order_id)
    return {"packed": order_id}


if __name__ == "__main__":
    log_setup.configure(json_lines=False)
    client = TestClient(app, raise_server_exceptions=False)
    response = client.post(
        "/orders/O-1001/pack", headers={"X-Request-ID": "cart-7f3a9c"}
    )
    print("answer carries", response.headers["x-request-id"])
    response = client.post(
        "/orders/O-404/pack", headers={"X-Request-ID": "cart-81b2d0"}
    )
    print("answer carries", response.headers.get("x-request-id"))
# --8<-- [end:all]
