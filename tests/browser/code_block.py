"""A code block of a page, as a reader uses it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page
from visit import Visit

FOLDER = "core_concepts/decorators"
GUIDE = "core-concepts/decorators/"
PART, NEXT_PART = f"{FOLDER}/timed.py:timed", f"{FOLDER}/timed.py:use"
WHOLE = f"{FOLDER}/wraps.py:wraps"

_FAKE = (Path(__file__).parent / "fake_runner.mjs").read_text("utf-8")


def without_python(page: Page, **settings: Any) -> None:
    """Let the tests answer in the place of Python: before a block of the page has come to life.

    Args:
        page: the page.
        settings: what differs from the usual in `fake`.
    """
    script = f"{_FAKE}\nObject.assign(fake, {json.dumps(settings)});"
    page.route(
        "**/assets/javascripts/runner.mjs",
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )


class CodeBlock:
    """A block that shows a section of a program.

    Attributes:
        block: the element.
        page: the page that holds it.
        file: the program's name.
    """

    def __init__(self, page: Page, snippet: str) -> None:
        self.page = page
        self.file = snippet.partition(":")[0].rpartition("/")[2]
        self.block = page.locator(f"[data-snippet='{snippet}']")

    def come_near(self) -> CodeBlock:
        """Scroll to it as a reader does, and wait for its buttons."""
        self.block.scroll_into_view_if_needed()
        self.page.mouse.wheel(0, 1)
        self.bar.wait_for()
        return self

    @property
    def bar(self) -> Locator:
        """The row of buttons below it."""
        return self.block.locator(".code-bar")

    def button(self, name: str) -> Locator:
        """A button by the start of its name."""
        return self.block.get_by_role("button", name=re.compile(f"^{name}"))

    @property
    def code(self) -> Locator:
        """The code that is shown."""
        return self.block.locator("pre > code")

    @property
    def editor(self) -> Locator:
        """The field that the code is edited in."""
        return self.block.get_by_label(f"Code of {self.file}")

    @property
    def output(self) -> Locator:
        """What the program printed."""
        return self.block.get_by_role("log", name=f"Output of {self.file}")

    @property
    def status(self) -> Locator:
        """The sentence about the run."""
        return self.block.locator(".code-panel__status")

    @property
    def console(self) -> Locator:
        """The form for requests."""
        return self.block.get_by_role("form", name=f"Requests to {self.file}")

    def run(self) -> CodeBlock:
        """Click Run, and wait until the page asked Python for it. Only without Python."""
        before = self.page.evaluate("globalThis.runs.length")
        # An editor that is shorter than what it replaced leaves the button under the header.
        self.button("Run").evaluate("button => button.scrollIntoView({ block: 'center' })")
        self.button("Run").click()
        self.page.wait_for_function(f"runs.length > {before}")
        return self

    def prints(self, text: str, stream: str = "stdout") -> CodeBlock:
        """The program prints. Only without Python."""
        self.page.evaluate("([text, stream]) => runs.at(-1).print(text, stream)", [text, stream])
        return self

    def ends(self, outcome: str = "ok", **more: Any) -> CodeBlock:
        """The program ends. Only without Python."""
        self.page.evaluate("result => runs.at(-1).end(result)", {"outcome": outcome, **more})
        return self

    def asked(self) -> dict[str, Any]:
        """What the page asked Python for last. Only without Python."""
        found: dict[str, Any] = json.loads(self.page.evaluate("JSON.stringify(runs.at(-1))"))
        return found


Open = Callable[..., tuple[Visit, CodeBlock]]


def open_block(
    visit: Callable[..., Visit],
    snippet: str = PART,
    width: int = 1280,
    dark: bool = False,
    **settings: Any,
) -> tuple[Visit, CodeBlock]:
    """A block of a guide with its buttons, and a fake in the place of Python.

    Args:
        visit: the fixture.
        snippet: what the block shows.
        width, dark: of the visit.
        settings: what differs from the usual in `fake`.
    """
    reader = visit(GUIDE, width=width, dark=dark)
    without_python(reader.page, **settings)
    return reader, CodeBlock(reader.page, snippet).come_near()
