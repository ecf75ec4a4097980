"""A program that runs in the page prints there what it prints natively; what would not, says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from backend_notes.project import find_project
from backend_notes.site.runtime.programs import find_programs
from backend_notes.snippets.output import normalise, settle
from backend_notes.snippets.source import Snippet, find_snippets

PROJECT = find_project(Path(__file__).resolve().parent)
# How many programs one worker of the browser runs before the next test gets its turn.
BATCH = 12
# How long a program may take in the page; one that is not meant to run there often just waits.
SECONDS, SECONDS_ELSEWHERE = 60, 5

_BASE = "href => document.head.append(Object.assign(document.createElement('base'), { href }))"
_RUN = """async (programs) => {
    const { run } = await import(document.baseURI + "assets/javascripts/runner.mjs");
    const results = [];
    for (const [program, seconds] of programs) {
        let text = "";
        const { done, stop } = run(program, { onOutput: (part) => (text += part) });
        const timer = setTimeout(stop, seconds * 1000);
        const { outcome, message } = await done;
        clearTimeout(timer);
        results.push({ program, text, outcome, message });
    }
    return results;
}"""


def _graded() -> list[str]:
    """Programs that stand for themselves: practice problems are graded instead."""
    names = (program.name for program in find_programs(find_snippets(PROJECT), {}))
    return [name for name in names if not name.startswith("practice/")]


def _batches() -> list[list[str]]:
    names = _graded()
    return [names[start : start + BATCH] for start in range(0, len(names), BATCH)]


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """A page that runs every program, also those that say that they do not run there."""
    index = json.loads((site / "assets/runtime/programs.json").read_text("utf-8"))
    for program in index["programs"].values():
        program.pop("reason", None)
    context = browser.new_context()
    context.route("**/programs.json", lambda route: route.fulfill(json=index))
    opened = context.new_page()
    opened.goto(f"{address}404.html")
    opened.evaluate(_BASE, address)
    yield opened
    context.close()


@pytest.fixture(scope="module")
def reasons(site: Path) -> dict[str, str]:
    """Why programs do not run in the page, by program."""
    programs = json.loads((site / "assets/runtime/programs.json").read_text("utf-8"))["programs"]
    return {name: program.get("reason", "") for name, program in programs.items()}


def recorded(snippet: Snippet) -> str:
    """What the program prints natively, as its `.out` file or its `#>` comments have it."""
    if snippet.golden.exists():
        return snippet.golden.read_text("utf-8")
    lines = re.findall(r"^ *#>(?: (.*))?$", snippet.text, re.MULTILINE)
    return "".join(f"{line}\n" for line in lines)


def printed_the_same(snippet: Snippet, text: str) -> bool:
    """Whether a text is what the program prints natively, volatile parts aside.

    Where `#>` comments record it they are compared by value in their order: pytest-examples
    formats long values its own way.
    """
    rules, native = snippet.header.normalise, recorded(snippet)
    here = settle(native, normalise(text, rules, {"snippets": "snippets"}), rules)
    if snippet.golden.exists():
        return here == native
    return here.split() == native.split()


@pytest.mark.parametrize("names", _batches(), ids=lambda names: names[0])
def test_programs_print_in_the_page_what_they_print_natively(
    page: Page, reasons: dict[str, str], names: list[str]
) -> None:
    wanted = [(name, SECONDS_ELSEWHERE if reasons[name] else SECONDS) for name in names]
    wrong = _wrong(page.evaluate(_RUN, wanted), reasons)
    # A clock may stand at a whole second, a machine may be busy: what is wrong is wrong twice.
    again = [entry for entry in wanted if entry[0] in wrong and not reasons[entry[0]]]
    wrong = {name: text for name, text in wrong.items() if reasons[name]} | _wrong(
        page.evaluate(_RUN, again), reasons
    )
    assert not wrong, "\n".join(wrong.values())


def _wrong(results: list[dict[str, Any]], reasons: dict[str, str]) -> dict[str, str]:
    """What is to say about programs that do not do what they say, by program."""
    wrong: dict[str, str] = {}
    for result in results:
        name = result["program"]
        snippet = Snippet(PROJECT, PROJECT.snippets / name)
        same = printed_the_same(snippet, result["text"])
        measures = "figures" in snippet.header.normalise  # which may happen to be the same
        if reasons[name] and same and recorded(snippet) and not measures:
            wrong[name] = (
                f"{snippet.name}: it says that it does not run in the page ({reasons[name]}) and"
                " prints there what it prints natively. → take `browser` out of its header"
            )
        elif not reasons[name] and not same:
            wrong[name] = (
                f"{snippet.name}: in the page ({result['outcome']}) it prints\n{result['text']}"
                f"      natively\n{recorded(snippet)}      → say why in its header:"
                ' `browser = "it …"`, or mend backend_notes/browser'
            )
    return wrong
