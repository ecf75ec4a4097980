"""The page of a practice problem, as a reader uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect
from visit import Visit

from backend_notes.project import Project

KEY = "python-backend-notes.progress"


class PracticePage:
    """A problem's page with its editor.

    Attributes:
        reader: the visit.
        page: its page.
        folder: the problem's folder below snippets/practice.
    """

    def __init__(self, reader: Visit, folder: str) -> None:
        self.reader = reader
        self.page = reader.page
        self.folder = folder
        self.block = self.page.locator(f"[data-snippet='practice/{folder}/starter.py']")

    @property
    def address(self) -> str:
        """Below the site's root."""
        return f"practice/{self.folder.replace('_', '-')}/"

    def open(self) -> PracticePage:
        """Go there, scroll to the answer, and wait for the editor."""
        self.reader.go(self.address)
        return self.come_near()

    def come_near(self) -> PracticePage:
        """Scroll to the answer, and wait for the editor."""
        self.block.scroll_into_view_if_needed()
        self.page.mouse.wheel(0, 1)
        self.block.locator(".code-bar").wait_for()
        return self

    @property
    def editor(self) -> Locator:
        """The field that the answer is written in."""
        return self.block.get_by_role("textbox", name="Your answer")

    @property
    def status(self) -> Locator:
        """The sentence that is read out."""
        return self.block.get_by_role("status")

    @property
    def state(self) -> Locator:
        """How far the reader is."""
        return self.block.locator(".practice-state")

    @property
    def tests(self) -> Locator:
        """The tests with how each ended."""
        return self.block.get_by_role("list", name="Tests").get_by_role("listitem")

    @property
    def hint(self) -> Locator:
        """The hint for a known wrong approach."""
        return self.block.locator(".practice-hint")

    def button(self, name: str) -> Locator:
        """A button by its whole name."""
        return self.block.get_by_role("button", name=name, exact=True)

    def write(self, text: str) -> PracticePage:
        """Replace the answer."""
        self.editor.fill(text)
        return self

    def check(self, text: str | None = None) -> PracticePage:
        """Check an answer, and wait for the result."""
        if text is not None:
            self.write(text)
        self.button("Check your answer").click()
        return self.await_result()

    def await_result(self) -> PracticePage:
        """Wait until nothing is checked any more."""
        self.button("Check your answer").wait_for()
        expect(self.status).not_to_have_text("Checking.")
        return self

    def stored(self) -> dict[str, Any]:
        """What is kept of the problem."""
        text = self.page.evaluate("key => localStorage.getItem(key)", KEY)
        found: dict[str, Any] = json.loads(text)["practice"]
        return found[self.folder.replace("_", "-")]


def open_problem(visit: Callable[..., Visit], folder: str, **options: Any) -> PracticePage:
    """The page of a problem in a fresh browser, with its editor."""
    return PracticePage(visit("404.html", **options), folder).open()


def read(project: Project, folder: str, file: str) -> str:
    """A file of a problem."""
    return (project.snippets / "practice" / folder / file).read_text("utf-8")
