"""Programs that run in the page, with real Python: what they print, how they end, bad input.

Loading Python costs seconds, so most tests share one page, where each edits the same block.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from code_block import CodeBlock
from patience import PATIENCE
from playwright.sync_api import Browser, Locator, expect
from visit import Visit

FOLDER = "fastapi/dependency_injection"
GUIDE = "fastapi/dependency-injection/"
SNIPPET = f"{FOLDER}/first_dependency.py:program"
PLAIN = "core_concepts/decorators/timed.py:use"

APPLICATION = """
import asyncio, logging
from fastapi import FastAPI, Header
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

logging.basicConfig(format="%(levelname)s %(message)s")
log = logging.getLogger("orders")
app = FastAPI()
stock = []

class Order(BaseModel):
    sku: str = Field(examples=["PAL-7"])
    quantity: int = Field(gt=0)

@app.post("/orders", status_code=201)
def create_order(order: Order):
    log.warning("took %s", order.sku)
    stock.append(order)
    return {"orders": len(stock)}

@app.get("/orders/{number}")
def read_order(number: int, x_token: str | None = Header(None)):
    return {"number": number, "token": x_token}

@app.get("/feed")
async def feed():
    async def lines():
        for number in range(3):
            yield f"line {number}\\n"
    return StreamingResponse(lines(), media_type="text/plain")
"""

ENDLESS = """
from fastapi import FastAPI
app = FastAPI()

@app.get("/wait")
def wait():
    while True:
        pass
"""

BAD = {
    "no Python": ("print(1", "It ended with SyntaxError: '(' was never closed"),
    "its own mistake": ("raise ValueError('no stock')", "It ended with ValueError: no stock"),
    "endless output": ("while True: print('x' * 80)", re.compile("its beginning.*was ended")),
    "input": ("input('Name? ')", re.compile(r"input\(\) has no keyboard")),
    "sockets": (
        "import socket\nsocket.create_connection(('127.0.0.1', 80))",
        re.compile("no network connections in the browser"),
    ),
    "threads": (
        "import threading\nthreading.Thread(target=print).start()",
        re.compile("Threads cannot be started in the browser"),
    ),
    "another program": (
        "import subprocess\nsubprocess.run(['ls'])",
        re.compile("Other programs cannot be started in the browser"),
    ),
    "a strange package": ("import pandas", re.compile("The package pandas is not among those")),
    "all memory": (
        "held = []\nwhile True: held.append(bytearray(50_000_000))",
        re.compile("needs more memory"),
    ),
    "an exit": ("import sys\nsys.exit(3)", re.compile("exit code 3")),
}


@pytest.fixture(scope="module")
def python(
    request: pytest.FixtureRequest, browser: Browser, site: Path, address: str, axe: str
) -> Iterator[tuple[Visit, CodeBlock]]:
    """A block whose program ran once, in its editor."""
    if not (site / "assets" / "runtime" / "programs.json").is_file():
        pytest.skip("this site was built without Python for the browser")
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    context.set_default_timeout(PATIENCE)
    reader = Visit(context.new_page(), address, axe).go(GUIDE)
    block = CodeBlock(reader.page, SNIPPET).come_near()
    block.button("Run first_dependency.py").click()
    block.console.wait_for()
    yield reader, block
    context.close()


def run(block: CodeBlock, program: str) -> None:
    """Replace the program, run it with the keyboard, and wait until it ended."""
    if not block.editor.count():
        block.button("Edit").click()
    block.editor.fill(program)
    block.editor.press("Control+Enter")
    block.block.locator("[data-outcome]").wait_for()


def test_a_program_prints_what_it_printed_elsewhere(python: tuple[Visit, CodeBlock]) -> None:
    reader, block = python
    if block.editor.count():
        block.button("Reset").click()
    block.button("Run first_dependency.py").click()
    block.console.wait_for()
    recorded = re.findall(r"^\s*#> (.*)$", block.code.inner_text(), re.MULTILINE)

    assert recorded
    assert block.output.inner_text().splitlines() == recorded
    assert reader.problems == []


@pytest.mark.parametrize("name", BAD)
def test_bad_input_ends_in_one_sentence_and_the_next_run_works(
    python: tuple[Visit, CodeBlock], name: str
) -> None:
    _, block = python
    program, sentence = BAD[name]
    run(block, program)
    expect(block.status).to_have_text(sentence)

    run(block, "print('well again')")
    expect(block.output).to_have_text("well again\n")
    expect(block.status).to_have_text("Finished.")


def test_a_traceback_shows_the_reader_s_own_lines(python: tuple[Visit, CodeBlock]) -> None:
    _, block = python
    run(block, "import json\n\ndef read():\n    return json.loads('{')\n\nread()\n")

    shown = block.output.inner_text()
    assert 'first_dependency.py", line 6, in <module>' in shown
    assert 'first_dependency.py", line 4, in read' in shown
    assert "site-packages" not in shown
    assert "pyodide" not in shown


def test_an_endless_loop_is_stopped_and_the_next_run_works(python: tuple[Visit, CodeBlock]) -> None:
    _, block = python
    if not block.editor.count():
        block.button("Edit").click()
    block.editor.fill("print('round and round', flush=True)\nwhile True: pass")
    block.editor.press("Control+Enter")
    expect(block.output).to_have_text("round and round\n")
    block.button("Stop first_dependency.py").click()
    expect(block.status).to_have_text("Stopped.")

    run(block, "print('well again')")
    expect(block.output).to_have_text("well again\n")


def test_runs_do_not_know_of_each_other(python: tuple[Visit, CodeBlock]) -> None:
    _, block = python
    run(block, "import os, json\nos.environ['A'] = json.color = leaked = 'x'")
    run(block, "import os\nprint('leaked' in globals(), 'A' in os.environ)")

    expect(block.output).to_have_text("False False\n")


def send(block: CodeBlock, request: str, **fields: str) -> Locator:
    """Send a request by hand; the place of its status, when it is there."""
    form = block.console
    form.get_by_label("Request", exact=True).select_option(label=request)
    for name, value in fields.items():
        form.get_by_role("textbox", name=re.compile(f"^{name.replace('_', '-')}\\b")).fill(value)
    form.get_by_role("button", name="Send").click()
    status = form.locator(".console__status")
    status.locator("strong").wait_for()
    return status


def test_requests_reach_one_running_application(python: tuple[Visit, CodeBlock]) -> None:
    reader, block = python
    run(block, APPLICATION)
    body = block.console.get_by_role("region", name="Body of the reply")
    for count in (1, 2):
        status = send(block, "POST /orders · Create Order")
        expect(status).to_contain_text("201 Created to POST /orders")
        assert json.loads(body.inner_text()) == {"orders": count}
    expect(block.console.get_by_role("log")).to_have_text("WARNING took PAL-7\n")

    status = send(block, "POST /orders · Create Order", Body='{"sku": "PAL-7", "quantity": 0}')
    expect(status).to_contain_text("422 Unprocessable Content")
    assert json.loads(body.inner_text())["detail"][0]["loc"] == ["body", "quantity"]

    send(block, "GET /orders/{number} · Read Order", number="9", x_token="secret")
    assert json.loads(body.inner_text()) == {"number": 9, "token": "secret"}
    send(block, "GET /orders/{number} · Read Order", number="nine", Headers="X-More: 1")
    expect(status).to_contain_text("422")

    send(block, "GET /feed · Feed")
    expect(status).to_contain_text("200 OK")
    expect(body).to_have_text("line 0\nline 1\nline 2\n")
    assert reader.problems == []


def test_a_request_without_end_is_stopped(python: tuple[Visit, CodeBlock]) -> None:
    _, block = python
    run(block, ENDLESS)
    form = block.console
    form.get_by_role("button", name="Send").click()
    form.get_by_role("button", name="Stop").click()
    said = form.locator(".console__said")
    expect(said).to_have_text("Stopped, and the application with it: run the program again.")
    form.get_by_role("button", name="Send").click()
    expect(said).to_have_text(re.compile("no longer there: run the program again"))

    run(block, APPLICATION)
    send(block, "GET /feed · Feed")


def test_nothing_left_the_site(python: tuple[Visit, CodeBlock]) -> None:
    """Last in this file: whatever the tests above asked another host for is a problem."""
    reader, _ = python

    assert reader.problems == []
    assert any(path.endswith(".wasm") for path in reader.requests)


def test_python_stays_while_the_reader_goes_on(visit: Callable[..., Visit], site: Path) -> None:
    if not (site / "assets" / "runtime" / "programs.json").is_file():
        pytest.skip("this site was built without Python for the browser")
    reader = visit(GUIDE)
    block = CodeBlock(reader.page, SNIPPET).come_near()
    block.button("Edit").click()
    block.editor.fill("while True: pass")
    block.button("Run first_dependency.py").click()
    block.button("Stop first_dependency.py").wait_for()
    reader.page.locator(".md-sidebar--primary, .md-tabs").locator(
        "a[href$='core-concepts/']"
    ).first.evaluate("e => e.click()")
    reader.page.wait_for_url("**/core-concepts/")
    reader.page.locator("article a[href$='decorators/']").first.click()
    reader.page.wait_for_url("**/decorators/")
    expect(reader.page.locator("h1")).to_contain_text("Decorators")
    other = CodeBlock(reader.page, PLAIN).come_near()
    other.button("Run timed.py").click()
    other.block.locator("[data-outcome]").wait_for()

    expect(other.output).to_contain_text("pick took")
    assert reader.problems == []
