# --8<-- [start:tests]
import asyncio

import httpx2
import pytest
from fastapi import FastAPI
from slow_carrier import running_carrier

patience = httpx2.Timeout(1, read=0.05)
app = FastAPI()


@app.get("/quote")
async def slow_quote() -> str:
    await asyncio.sleep(0.15)
    return "9.90"


async def quote(transport: httpx2.AsyncBaseTransport | None, url: str) -> str:
    async with httpx2.AsyncClient(transport=transport, timeout=patience) as client:
        try:
            return (await client.get(f"{url}/quote?think=1")).text
        except httpx2.TimeoutException:
            return "estimate"


@pytest.mark.parametrize("kind", [httpx2.ConnectTimeout, httpx2.ReadTimeout])
def test_a_timeout_gives_an_estimate(kind: type[httpx2.TimeoutException]) -> None:
    def carrier(request: httpx2.Request) -> httpx2.Response:
        assert request.extensions["timeout"]["read"] == 0.05  # (1)!
        raise kind("too slow", request=request)  # (2)!

    transport = httpx2.MockTransport(carrier)
    assert asyncio.run(quote(transport, "http://carrier")) == "estimate"


def test_asgi_transport_knows_no_timeout() -> None:
    transport = httpx2.ASGITransport(app)
    assert asyncio.run(quote(transport, "http://carrier")) == '"9.90"'  # (3)!


def test_a_real_socket_does() -> None:
    with running_carrier() as url:
        assert asyncio.run(quote(None, url)) == "estimate"


# --8<-- [end:tests]
