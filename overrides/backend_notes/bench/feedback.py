"""How long a reader waits: from a click on a quiz, or a key in the glossary, until it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder

SLOWED = 4
"""How many times slower the processor of a cheap phone is taken to be."""

TERMS = 300
"""How many terms the glossary is filled up to."""

QUERIES = ("d", "dec", "decxr", "timout", "idempotnecy", "zzzzzzzz")

_ANSWERS = 300
_PRESSED = 80  # how long a hand holds a button down, in milliseconds

# From the event until the frame that it leads to is painted: the task after that frame's callbacks.
_WATCH = """type => {
    window.waits = [];
    addEventListener(type, (event) => {
        if (type === "click" && event.target instanceof HTMLInputElement) return; // the label's own
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => waits.push(performance.now() - event.timeStamp);
        requestAnimationFrame(() => port2.postMessage(0));
    }, true);
}"""

FILL = """count => {
    const terms = [...document.querySelectorAll(".term")];
    for (let number = terms.length; number < count; number++) {
        const copy = terms[number % terms.length].cloneNode(true);
        copy.querySelector("h3").id += number;
        terms.at(-1).after(copy);
    }
}"""
"""Fills the glossary up with copies of its terms."""


@contextmanager
def reader(site: Path) -> Iterator[tuple[Any, str]]:
    """A browser page, and the address of a built site.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    from playwright.sync_api import sync_playwright

    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        try:
            yield browser.new_page(), address
        finally:
            browser.close()


def time_answers(
    page: Any, address: str, guide: str, slowed: int = 1, rounds: int = 6
) -> list[float]:
    """Milliseconds from a click on an option until the verdict is painted.

    The reader has answered hundreds of quizzes before. The first answer of each is left out: it
    compiles the code.

    Args:
        page: Playwright's page.
        address: where the site is served.
        guide: a page with quizzes, below the site's root.
        slowed: how many times slower the processor is made.
        rounds: how often each quiz is answered.
    """
    page.goto(address + guide)
    page.evaluate(
        "text => localStorage.setItem('python-backend-notes.progress', text)", _long_progress()
    )
    with _slowed(page, slowed):
        page.evaluate(_WATCH, "click")
        return [wait for quiz in _quizzes(page) for wait in _answer(page, quiz, rounds)[1:]]


def time_filter(page: Any, address: str, slowed: int = 1) -> list[float]:
    """Milliseconds from each key of some queries until the terms found among 300 are painted."""
    page.goto(f"{address}glossary/")
    page.evaluate(FILL, TERMS)
    page.locator("#filter").focus()
    page.locator("#filter[data-mounted]").wait_for()
    with _slowed(page, slowed):
        page.evaluate(_WATCH, "input")
        for query in (QUERIES[1], *QUERIES):
            for key in [*query, "Escape"]:
                page.locator("#filter").press(key)
                _rest(page)
        waits: list[float] = page.evaluate("waits")
    return waits[len(QUERIES[1]) :]


def typical(waits: list[float]) -> float:
    """The median, in milliseconds."""
    return round(median(waits), 1)


def _quizzes(page: Any) -> Iterator[Any]:
    """Each quiz with one right option, scrolled to and ready."""
    for quiz in page.locator(".quiz[id]").all():
        quiz.scroll_into_view_if_needed()
        quiz.locator("form").wait_for()
        if quiz.locator("input[type=radio]").count():
            page.wait_for_timeout(600)  # what comes into view comes to life
            yield quiz


def _answer(page: Any, quiz: Any, rounds: int) -> list[float]:
    """Click an option again and again; returns the waits."""
    page.evaluate("waits.length = 0")
    for number in range(rounds):
        options = quiz.locator("label.quiz__option")
        _click(page, options.nth(number % options.count()))
        page.wait_for_function("count => waits.length > count", arg=number)
        waits: list[float] = page.evaluate("waits.slice()")
        quiz.locator("button.quiz__check:focus").press("Enter")
        _rest(page)
        page.evaluate("count => void (waits.length = count)", number + 1)
    return waits


def _click(page: Any, target: Any) -> None:
    """Click as a hand does: what a test would check before is not part of the wait."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    _rest(page)
    page.mouse.down()
    page.wait_for_timeout(_PRESSED)
    page.mouse.up()


def _rest(page: Any) -> None:
    """Wait until nothing moves: two frames and an idle moment."""
    page.evaluate(
        """() => new Promise(done => requestAnimationFrame(() =>
            requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 }))))"""
    )


@contextmanager
def _slowed(page: Any, rate: int) -> Iterator[None]:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    try:
        yield
    finally:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        session.detach()


def _long_progress() -> str:
    """What a reader who has answered everything keeps."""
    answer = {"first": True, "latest": True, "when": "2026-01-01T00:00:00.000Z"}
    quizzes = {f"answered-before-{number}": answer for number in range(_ANSWERS)}
    return json.dumps({"version": 1, "quizzes": quizzes, "pages": {}, "last": None})
