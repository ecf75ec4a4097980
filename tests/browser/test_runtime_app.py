"""An application that a program leaves answers requests in the page, as behind a server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error
from running import FASTAPI, Runner, open_runner

APP = """
import asyncio
import logging
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import BackgroundTasks, FastAPI, Header, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel


@asynccontextmanager
async def lifespan(app):
    print("starting")
    yield {"warehouse": "Berlin"}


app = FastAPI(lifespan=lifespan)
logging.basicConfig(format="%(levelname)s %(message)s")
count = 0


class Order(BaseModel):
    sku: str
    quantity: int = 1


@app.get("/orders/{order_id}")
def read(order_id: int, request: Request, x_request_id: Annotated[str, Header()] = ""):
    global count
    count += 1
    logging.warning("reading %s", order_id)
    return {"id": order_id, "seen": count, "key": x_request_id, "at": request.state.warehouse}


@app.post("/orders", status_code=201)
async def create(order: Order, tasks: BackgroundTasks):
    tasks.add_task(print, "label printed")
    return order


@app.get("/stream")
async def stream():
    async def parts():
        for number in range(3):
            yield f"{number} "
            await asyncio.sleep(0.01)

    return StreamingResponse(parts(), media_type="text/plain")


@app.get("/endless")
async def endless():
    async def parts():
        while True:
            yield "again " * 1000

    return StreamingResponse(parts(), media_type="text/plain")


@app.get("/stuck")
async def stuck():
    await asyncio.Event().wait()


@app.get("/busy")
def busy():
    while True:
        pass


@app.get("/chatty")
def chatty():
    while True:
        print("again")


@app.get("/broken")
def broken():
    raise RuntimeError("the shelf is gone")
"""


@pytest.fixture(scope="module")
def runner(browser: Browser, address: str) -> Iterator[Runner]:
    """One page, and with it one Python, for all tests here."""
    with open_runner(browser, address) as opened:
        yield opened


@pytest.fixture
def app(runner: Runner) -> Runner:
    """The application runs."""
    result = runner.run(APP, FASTAPI)
    assert result["outcome"] == "ok", result
    assert [route["path"] for route in result["app"]["routes"]][-2:] == ["/chatty", "/broken"]
    assert "/orders/{order_id}" in result["app"]["openapi"]["paths"]
    return runner


def test_an_application_answers_as_often_as_one_likes(app: Runner) -> None:
    first = app.send("GET", "/orders/17", headers=[["x-request-id", "abc"]])
    assert first["status"] == 200
    assert first["body"] == '{"id":17,"seen":1,"key":"abc","at":"Berlin"}'
    assert first["headers"]["content-type"] == "application/json"
    assert first["log"] == "starting\nWARNING reading 17\n"
    assert '"seen":2' in app.send("GET", "/orders/18")["body"]


def test_an_application_validates_what_it_is_sent(app: Runner) -> None:
    created = app.send("POST", "/orders", '{"sku": "BOX-3"}')
    assert (created["status"], created["body"]) == (201, '{"sku":"BOX-3","quantity":1}')
    refused = app.send("POST", "/orders", '{"quantity": "two"}')
    assert refused["status"] == 422
    assert '"loc":["body","sku"]' in refused["body"]
    assert app.send("GET", "/nowhere")["status"] == 404


def test_a_background_task_runs_after_the_response(app: Runner) -> None:
    app.page.evaluate(
        """() => {
            globalThis.late = "";
            return runner.request({ method: "POST", url: "/orders", body: '{"sku": "BOX-3"}',
                onLog: (text) => (late += text) });
        }"""
    )
    app.page.wait_for_function("late.endsWith('label printed\\n')")


def test_a_body_comes_in_pieces_and_not_without_end(app: Runner) -> None:
    streamed = app.send("GET", "/stream")
    assert (streamed["chunks"], streamed["body"]) == (["0 ", "1 ", "2 "], "0 1 2 ")
    endless = app.send("GET", "/endless")
    assert endless["body"].endswith("[cut: the body goes on]\n")
    assert app.send("GET", "/orders/1")["status"] == 200


def test_an_exception_in_an_endpoint_is_logged_as_a_server_logs_it(app: Runner) -> None:
    reply = app.send("GET", "/broken")
    assert (reply["status"], reply["body"]) == (500, "Internal Server Error")
    assert reply["log"].splitlines()[-4:] == [
        "  [library frames]",
        f'  File "snippets/{FASTAPI}", line 80, in broken',
        '    raise RuntimeError("the shelf is gone")',
        "RuntimeError: the shelf is gone",
    ]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("/stuck", "No answer: the program waits, and nothing"), ("/chatty", "The output goes on")],
)
def test_a_request_without_an_answer_says_why(app: Runner, path: str, sentence: str) -> None:
    with pytest.raises(Error, match=sentence):
        app.send("GET", path)
    assert app.run("print('next')")["text"] == "next\n"


def test_an_application_that_cannot_start_says_so_whenever_it_is_asked(runner: Runner) -> None:
    runner.run(APP.replace('print("starting")', 'raise LookupError("no shelf")'), FASTAPI)
    for _ in range(2):
        with pytest.raises(Error, match="No answer: the application did not start"):
            runner.send("GET", "/orders/1")


def test_a_run_ends_a_request_that_takes_its_time(app: Runner) -> None:
    ended, printed = app.page.evaluate(
        f"""async () => {{
            const request = send("GET", "/busy").catch((error) => error.message);
            await new Promise((resolve) => setTimeout(resolve, 300));
            const {{ text }} = await runProgram("{FASTAPI}", "print('next')");
            return [await request, text];
        }}"""
    )
    assert (ended, printed) == ("Stopped.", "next\n")


def test_the_next_run_takes_the_application_away(app: Runner) -> None:
    app.run("print('no application')")
    with pytest.raises(Error, match="The application is no longer there: run the program"):
        app.send("GET", "/orders/1")
