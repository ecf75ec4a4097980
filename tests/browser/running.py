"""Programs run in the page through runner.mjs, as its code blocks run them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from patience import PATIENCE
from playwright.sync_api import Browser, Page

PLAIN = "core_concepts/decorators/late_binding.py"
FASTAPI = "fastapi/dependency_injection/first_dependency.py"

_SETUP = """async address => {
    globalThis.runner = await import(address + "assets/javascripts/runner.mjs");
    globalThis.runProgram = async (program, source, stopAfter) => {
        let text = "";
        const streams = new Set();
        const { done, stop } = runner.run(program, {
            source,
            onOutput: (part, stream) => { text += part; streams.add(stream); },
        });
        if (stopAfter !== undefined) setTimeout(stop, stopAfter);
        const result = await done;
        return { ...result, text, streams: [...streams] };
    };
    globalThis.send = async (method, url, body, headers) => {
        let log = "";
        const chunks = [];
        const reply = await runner.request({
            method, url, body, headers,
            onLog: (text) => (log += text),
            onChunk: (text) => chunks.push(text),
        });
        return { ...reply, log, chunks, headers: Object.fromEntries(reply.headers) };
    };
}"""


class Runner:
    """A page that knows the runner.

    Attributes:
        page: Playwright's page; in it `runner` is the module.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def run(
        self, source: str | None, program: str = PLAIN, stop_after: int | None = None
    ) -> dict[str, Any]:
        """Run a text in the place of a program; its result with `text` and `streams`.

        Args:
            source: None for the program as it is.
            program: the place.
            stop_after: milliseconds until the reader stops it.
        """
        result: dict[str, Any] = self.page.evaluate(
            "([p, s, t]) => runProgram(p, s ?? undefined, t ?? undefined)",
            [program, source, stop_after],
        )
        return result

    def send(
        self, method: str, url: str, body: str = "", headers: Sequence[Sequence[str]] = ()
    ) -> dict[str, Any]:
        """Send a request to the application; its reply with `log` and `chunks`."""
        reply: dict[str, Any] = self.page.evaluate(
            "([m, u, b, h]) => send(m, u, b, h)", [method, url, body, list(headers)]
        )
        return reply


@contextmanager
def open_runner(browser: Browser, address: str) -> Iterator[Runner]:
    """A page of the site as a new reader opens it."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}404.html")
    page.evaluate(_SETUP, address)
    yield Runner(page)
    context.close()
