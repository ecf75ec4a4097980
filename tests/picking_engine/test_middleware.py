"""What the timing middleware logs."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from picking_engine.middleware import TimingMiddleware, queue_time

LINE = re.compile(r"GET (\S+) (\d+) handled in ([\d.]+) ms, queued for (.+)")


async def slow(_: Request) -> PlainTextResponse:
    await asyncio.sleep(0.05)
    return PlainTextResponse("", background=BackgroundTask(time.sleep, 0.2))


async def broken(_: Request) -> PlainTextResponse:
    raise RuntimeError("broken")


async def stream(_: Request) -> StreamingResponse:
    async def parts() -> Any:
        yield "a"
        await asyncio.sleep(0.05)
        yield "b"

    return StreamingResponse(parts())


@pytest.fixture
def client() -> TestClient:
    app = Starlette(routes=[Route(f"/{one.__name__}", one) for one in (slow, broken, stream)])
    app.add_middleware(TimingMiddleware)
    return TestClient(app, raise_server_exceptions=False)


def logged(caplog: pytest.LogCaptureFixture) -> tuple[str, int, float, str]:
    (line,) = [r.getMessage() for r in caplog.records if r.name == "picking_engine.middleware"]
    found = LINE.fullmatch(line)
    assert found, line
    return found[1], int(found[2]), float(found[3]), found[4]


@pytest.fixture(autouse=True)
def _level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "picking_engine")


def test_handling_ends_with_the_response_and_not_with_its_background_task(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/slow")
    path, status, handled, queued = logged(caplog)
    assert (path, status, queued) == ("/slow", 200, "an unknown time")
    assert 50 <= handled < 200


def test_a_stream_counts_to_its_end(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/stream")
    assert logged(caplog)[2] >= 50


def test_a_failure_is_timed_too(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/broken").status_code == 500
    assert logged(caplog)[:2] == ("/broken", 500)


def test_what_does_not_exist_is_timed_too(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/nowhere")
    assert logged(caplog)[:2] == ("/nowhere", 404)


def test_the_proxy_tells_when_the_request_came(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/slow", headers={"X-Request-Start": f"t={time.time() - 2:.3f}"})
    milliseconds = float(logged(caplog)[3].removesuffix(" ms"))
    assert 2000 <= milliseconds < 4000


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(b"t=98.5", 1.5), (b"98.5", 1.5), (b"t=101", 0.0), (b"soon", None), (b"", None)],
)
def test_a_header_that_says_nothing_is_no_time(value: bytes, seconds: float | None) -> None:
    assert queue_time({"headers": [(b"x-request-start", value)]}, 100) == seconds


def test_no_header_is_an_unknown_time() -> None:
    assert queue_time({"headers": [(b"host", b"localhost")]}, 100) is None
