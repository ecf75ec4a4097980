"""The request console below a program that left an application. Python is in test_run.py."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from code_block import CodeBlock
from playwright.sync_api import expect
from request_console import JSON, Console, open_console
from visit import Visit

from backend_notes.site.node import NODE


@pytest.fixture
def console(visit: Callable[..., Visit]) -> Callable[..., Console]:
    """A console, and a fake in the place of Python."""
    return partial(open_console, visit)


def test_what_is_made_of_an_openapi_document() -> None:
    file = Path(__file__).with_name("test_console_schema.mjs")
    done = subprocess.run([*NODE, "--test", str(file)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_reader_is_told_that_the_application_is_up(console: Callable[..., Console]) -> None:
    shown = console()

    expect(shown.block.status).to_have_text("Finished. The application is up: send it a request.")


def test_every_route_is_offered_once(console: Callable[..., Console]) -> None:
    options = console().form.get_by_label("Request", exact=True).locator("option")

    expect(options).to_have_text(
        [
            "GET /orders/{order_id} · Read Order",
            "POST /orders",
            "GET /health",
            "Another request…",
        ]
    )


def test_get_with_parameters(console: Callable[..., Console]) -> None:
    shown = console()
    shown.form.get_by_label("order_id").fill("7/a")
    shown.form.get_by_label("tag").fill('["red", "blue"]')
    shown.form.get_by_label("x-token").fill("secret")
    asked = shown.send()
    expect(shown.status).to_contain_text("GET /orders/7%2Fa?tag=red&tag=blue …")
    shown.reply(200, '{"id":7}')

    assert (asked["method"], asked["url"]) == ("GET", "/orders/7%2Fa?tag=red&tag=blue")
    assert asked["headers"] == [["x-token", "secret"]]
    assert "body" not in asked
    expect(shown.status).to_have_text("200 OK to GET /orders/7%2Fa?tag=red&tag=blue, in 4.2 ms")
    expect(shown.body).to_have_text('{\n  "id": 7\n}')


def test_what_is_left_empty_is_left_out(console: Callable[..., Console]) -> None:
    asked = console().send()

    assert (asked["url"], asked["headers"]) == ("/orders/1", [])


def test_post_comes_with_the_smallest_body_that_fits(console: Callable[..., Console]) -> None:
    shown = console()
    shown.choose("POST /orders")
    asked = shown.send()

    assert json.loads(asked["body"]) == {"sku": "PAL-7", "quantity": 1, "gift": False}
    assert asked["headers"] == JSON


def test_headers_are_sent_and_shown(console: Callable[..., Console]) -> None:
    shown = console()
    shown.choose("POST /orders")
    shown.form.get_by_role("textbox", name="Headers").fill("X-One: 1\n\nContent-Type: text/plain\n")
    asked = shown.send()
    shown.reply(201, "", [["location", "/orders/8"], ["x-two", "2"]])

    assert asked["headers"] == [["X-One", "1"], ["Content-Type", "text/plain"]]
    shown.form.locator("summary").click()
    expect(shown.form.get_by_role("region", name="Headers of the reply")).to_have_text(
        "location: /orders/8\nx-two: 2"
    )
    expect(shown.body).to_be_hidden()


def test_a_refusal_is_shown_as_it_is(console: Callable[..., Console]) -> None:
    shown = console()
    shown.choose("POST /orders")
    shown.form.get_by_role("textbox", name="Body").fill("{}")
    assert shown.send()["body"] == "{}"
    shown.reply(422, '{"detail":[{"msg":"Field required"}]}')

    expect(shown.status).to_contain_text("422 Unprocessable Content")
    expect(shown.body).to_contain_text('"msg": "Field required"')


def test_one_request_after_the_other(console: Callable[..., Console]) -> None:
    shown = console()
    for number in (1, 2, 3):
        shown.send()
        shown.reply(200, str(number))
        expect(shown.body).to_have_text(str(number))

    assert len(shown.reader.page.evaluate("runs.map(run => run.program)")) == 1


def test_a_request_that_no_route_describes(console: Callable[..., Console]) -> None:
    shown = console()
    shown.choose("Another request…")
    shown.form.get_by_label("Method").select_option("DELETE")
    path = shown.form.get_by_label("Path and query")
    path.fill("orders")
    shown.form.get_by_role("button", name="Send").click()
    expect(shown.said).to_have_text("A path begins with a slash: “/orders”.")

    path.fill("/orders?all=yes")
    asked = shown.send()
    assert (asked["method"], asked["url"]) == ("DELETE", "/orders?all=yes")


def test_a_line_that_is_no_header(console: Callable[..., Console]) -> None:
    shown = console()
    shown.form.get_by_role("textbox", name="Headers").fill("X-One 1")
    shown.form.get_by_role("button", name="Send").click()

    expect(shown.said).to_have_text(
        "“X-One 1” is no header: write “Name: value”, one on each line."
    )
    assert shown.reader.page.evaluate("requests.length") == 0


def test_a_streamed_body_and_the_log_come_as_they_are(
    console: Callable[..., Console],
) -> None:
    shown = console()
    shown.send()
    shown.reader.page.evaluate("requests[0].onChunk('data: 1\\n')")
    shown.reader.page.evaluate("requests[0].onLog('INFO one\\n', 'stderr')")
    expect(shown.body).to_have_text("data: 1\n")
    expect(shown.form.get_by_role("log")).to_have_text("INFO one\n")

    shown.reader.page.evaluate("requests[0].onChunk('data: 2\\n')")
    expect(shown.body).to_have_text("data: 1\ndata: 2\n")
    shown.reply(200, "data: 1\ndata: 2\n", [["content-type", "text/event-stream"]])
    expect(shown.status).to_contain_text("200 OK")
    expect(shown.body).to_have_text("data: 1\ndata: 2\n")


def test_an_application_that_does_not_answer(console: Callable[..., Console]) -> None:
    shown = console()
    shown.send()
    shown.reader.page.evaluate("requests[0].reject(new Error('Python stopped: run it again.'))")

    expect(shown.said).to_have_text("Python stopped: run it again.")
    shown.send()
    shown.reply(200, "1")
    expect(shown.body).to_have_text("1")
    expect(shown.said).to_have_text("")


def test_copy_as_curl(console: Callable[..., Console]) -> None:
    shown = console()
    shown.reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.choose("POST /orders")
    shown.form.get_by_role("textbox", name="Headers").fill("X-Name: it's")
    shown.form.get_by_role("textbox", name="Body").fill('{"sku": "PAL-7"}')
    shown.form.get_by_role("button", name="Copy as curl").click()
    expect(shown.said).to_have_text("Copied; it asks 127.0.0.1:8000, where uvicorn listens.")

    assert shown.reader.page.evaluate("navigator.clipboard.readText()") == (
        "curl -i -X POST '127.0.0.1:8000/orders' \\\n"
        "  -H 'X-Name: it'\\''s' \\\n"
        "  -H 'content-type: application/json' \\\n"
        '  --data-binary \'{"sku": "PAL-7"}\''
    )


def test_another_run_ends_the_application(console: Callable[..., Console]) -> None:
    shown = console()
    others = shown.reader.page.locator("[data-snippet*='.py']")
    snippet = others.nth(1).get_attribute("data-snippet") or ""
    other = CodeBlock(shown.reader.page, snippet).come_near().run()

    expect(shown.form).to_have_count(0)
    expect(shown.block.status).to_have_text(f"Its application ended when {other.file} was run.")


def test_the_console_by_keyboard_alone(console: Callable[..., Console]) -> None:
    shown = console()
    page = shown.reader.page
    shown.form.get_by_label("Request", exact=True).focus()
    for name in ("order_id", "tag", "x-token", "Headers"):
        page.keyboard.press("Tab")
        expect(shown.form.get_by_role("textbox", name=name)).to_be_focused()
    page.keyboard.press("Control+Enter")

    page.wait_for_function("requests.length === 1")


def test_every_field_has_a_name(console: Callable[..., Console]) -> None:
    shown = console()

    expect(shown.form).to_match_aria_snapshot(
        """
        - combobox "Request"
        - textbox "order_id path, required": "1"
        - textbox "tag query"
        - textbox "x-token header"
        - textbox "Headers one on each line"
        - button "Send"
        - button "Copy as curl"
        """
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_open_console_is_accessible(
    console: Callable[..., Console], width: int, dark: bool
) -> None:
    shown = console(width=width, dark=dark)
    shown.send()
    shown.reader.page.evaluate("requests[0].onLog('INFO one\\n', 'stderr')")
    shown.reply(422, '{"detail": "A line that is wider than a telephone is, and then some more"}')
    expect(shown.status).to_contain_text("422")
    shown.form.locator("summary").click()

    assert shown.reader.axe_violations() == []
    assert shown.reader.pixels_too_wide() == 0
    assert shown.reader.problems == []
