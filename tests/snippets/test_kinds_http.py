"""HTTP exchanges are sent to the application, and its answers are what is recorded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend_notes.services.lease import Services
from backend_notes.snippets import verify
from backend_notes.snippets.source import Snippet

Write = Callable[..., Snippet]

APP = """\
import asyncio
import os
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from pydantic import BaseModel

import shelf


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.orders = 0
    yield


app = FastAPI(lifespan=lifespan)


class Order(BaseModel):
    sku: str


@app.post("/orders", status_code=201)
async def create(order: Order) -> dict[str, object]:
    app.state.orders += 1
    return {"id": app.state.orders, "sku": order.sku, "shelf": shelf.NAME}


@app.get("/headers")
async def headers(request: Request) -> dict[str, str]:
    return dict(request.headers)


@app.get("/environment")
async def environment() -> list[str | None]:
    return [os.environ.get("SECRET"), os.environ.get("WAREHOUSE"), *os.listdir()]


@app.get("/boom")
async def boom() -> None:
    raise LookupError("no shelf")


@app.get("/slow")
async def slow() -> None:
    await asyncio.sleep(60)
"""

HEADER = """\
# /// script
# [tool.notes]
# app = "main.py:app"
# env = { WAREHOUSE = "north" }
# timeout = 5
# ///
"""

EXCHANGES = f"""\
{HEADER}\
# --8<-- [start:create]
POST /orders HTTP/1.1
Content-Type: application/json

{{"sku": "A1"}}

HTTP/1.1 201 Created
content-type: application/json

{{"id":1,"sku":"A1","shelf":"top"}}
# --8<-- [end:create]
### a mistake
# --8<-- [start:mistake]
POST /orders HTTP/1.1
Content-Type: application/json

{{"sku": 7}}
# --8<-- [end:mistake]

# --8<-- [start:answer]
HTTP/1.1 422 Unprocessable Content
content-length: 105

{{
  "detail": [
    {{
      "type": "string_type",
      "loc": [
        "body",
        "sku"
      ],
      "msg": "Input should be a valid string",
      "input": 7
    }}
  ]
}}
# --8<-- [end:answer]
###
GET /headers

HTTP/1.1 200 OK

{{"host":"localhost"}}
###
GET /environment

HTTP/1.1 200 OK

[null,"north"]
###
GET /boom

HTTP/1.1 500 Internal Server Error

Internal Server Error
"""


@pytest.fixture
def exchange(write: Write, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Snippet]:
    """Write an `.http` file beside an application."""
    monkeypatch.setenv("SECRET", "developer")
    write("a/main.py", APP)
    write("a/shelf.py", 'NAME = "top"\n')
    return lambda text: write("a/orders.http", text)


Make = Callable[[str], Snippet]


def test_exchanges_that_are_recorded_pass(exchange: Make, services: Services) -> None:
    assert verify.check(exchange(EXCHANGES), services) == []


def test_a_changed_answer_is_found_and_rewritten(exchange: Make, services: Services) -> None:
    snippet = exchange(EXCHANGES.replace("201 Created", "200 OK"))
    (finding,) = verify.check(snippet, services)
    assert (finding.path, finding.line) == ("snippets/a/orders.http", 13)
    assert finding.rule == "snippet-output"
    assert verify.update(snippet, services) == ([snippet.path], [])
    assert snippet.path.read_text() == EXCHANGES


def test_a_new_request_gets_its_answer(exchange: Make, services: Services) -> None:
    snippet = exchange(f"{HEADER}# --8<-- [start:a]\nGET /nope\n# --8<-- [end:a]\n")
    verify.update(snippet, services)
    assert snippet.path.read_text() == (
        f"{HEADER}# --8<-- [start:a]\nGET /nope\n\nHTTP/1.1 404 Not Found\n"
        'content-type: application/json\n\n{"detail":"Not Found"}\n# --8<-- [end:a]\n'
    )


@pytest.mark.parametrize(
    ("text", "line", "rule", "message"),
    [
        (f"{HEADER}\n", 1, "http-empty", "the file has no request"),
        ("GET /\n", 1, "http-app", "the header does not name the application"),
        (
            f"{HEADER.replace('main', 'man')}GET /\n",
            1,
            "http-app",
            "there is no file `man.py` beside this one",
        ),
        (f"{HEADER}get orders\n", 7, "http-syntax", "`get orders` is not a request line"),
        (f"{HEADER}GET /\nAccept\n", 8, "http-syntax", "`Accept` is not a header"),
        (f"{HEADER}###\nHTTP/1.1 200 OK\n", 8, "http-syntax", "a response without a request"),
        (
            f"{HEADER}GET /\n# --8<-- [end:a]\nx\n",
            9,
            "http-syntax",
            "`x` stands after a section marker",
        ),
        (
            f"{HEADER}GET /headers\n###\nGET /boom\n",
            9,
            "http-exception",
            "`GET /boom` makes the application raise LookupError: no shelf (main.py:42)",
        ),
        (
            f"{HEADER}GET /headers\n###\nGET /slow\n",
            9,
            "http-application",
            "did not end within 5 s, before it answered `GET /slow`",
        ),
        (
            f"{HEADER.replace('py:app', 'py:ap')}GET /headers\n",
            7,
            "http-application",
            "ended: AttributeError: module 'main' has no attribute 'ap'",
        ),
    ],
)
def test_mistakes_are_found_where_they_are(
    exchange: Make, services: Services, text: str, line: int, rule: str, message: str
) -> None:
    (finding,) = verify.check(exchange(text), services)
    assert (finding.path, finding.line, finding.rule) == ("snippets/a/orders.http", line, rule)
    assert message in finding.message
