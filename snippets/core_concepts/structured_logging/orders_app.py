# /// script
# [tool.notes]
# normalise = ["times"]
# ///
# --8<-- [start:all]
from itertools import count
from unittest.mock import patch

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
    if order_id == "O-404":
        raise LookupError(order_id)
    return {"packed": order_id}


if __name__ == "__main__":
    log_setup.configure(json_lines=False)
    client = TestClient(app, raise_server_exceptions=False)
    with patch("request_log.perf_counter", count(step=0.0125).__next__):  # (1)!
        for order_id, sent in (("O-1001", "cart-7f3a9c"), ("O-404", "cart-81b2d0")):
            answer = client.post(
                f"/orders/{order_id}/pack", headers={"X-Request-ID": sent}
            )
            print("answer carries", answer.headers.get("x-request-id"))
# --8<-- [end:all]
