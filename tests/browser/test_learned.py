"""Terms that a right answer was about are marked as learned."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from test_glossary import ready, shown
from test_progress import BLOCKED
from test_quiz import KEY
from visit import Visit

GLOSSARY = "glossary/"
GUIDE = "core-concepts/decorators/"


def know(reader: Visit, *right: str) -> None:
    """Make the browser remember right answers."""
    answer = {"first": True, "latest": True, "when": "2026-01-01T00:00:00.000Z"}
    progress = {"version": 1, "quizzes": dict.fromkeys(right, answer), "pages": {}, "last": None}
    reader.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(progress)]
    )


def learned(page: Page) -> list[str]:
    """The terms that carry the mark."""
    found: list[str] = page.locator(".term h3:has(.term__learned)").evaluate_all(
        "headings => headings.map(heading => heading.id)"
    )
    return found


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_right_answers_mark_their_terms(
    visit: Callable[..., Visit], site: Path, width: int, dark: bool
) -> None:
    teachers = json.loads((site / "assets/terms.json").read_text("utf-8"))
    reader = visit(GLOSSARY, width=width, dark=dark)
    count = len(reader.page.locator(".term").all())
    expect(reader.page.locator("[data-notes=learned]")).to_have_text(f"0 of {count} learned")
    places = "[...document.querySelectorAll('.term')].map(term => term.offsetTop)"
    before = reader.page.evaluate(places)
    know(reader, teachers["closure"][0], "of-no-page")
    reader.page.reload()
    marked = [term for term, quizzes in teachers.items() if teachers["closure"][0] in quizzes]

    expect(reader.page.locator("[data-notes=learned]")).to_have_text(
        f"{len(marked)} of {count} learned"
    )
    assert sorted(learned(reader.page)) == sorted(marked)
    expect(reader.page.locator("#closure")).to_have_accessible_name(re.compile("^Closure learned"))
    assert reader.page.evaluate(places) == before
    reader.read_through()
    assert reader.axe_violations() == []
    assert reader.pixels_too_wide() == 0
    assert reader.problems == []


def test_a_mark_comes_and_goes_while_the_page_is_open(
    visit: Callable[..., Visit], site: Path
) -> None:
    quiz = json.loads((site / "assets/terms.json").read_text("utf-8"))["closure"][0]
    reader = visit(GLOSSARY)
    know(reader, quiz)
    reader.page.reload()
    expect(reader.page.locator("#closure .term__learned")).to_be_visible()
    other = reader.page.context.new_page()
    other.goto(reader.page.url)
    other.evaluate(f"localStorage.removeItem('{KEY}')")

    expect(reader.page.locator(".term__learned")).to_have_count(0)
    expect(reader.page.locator("[data-notes=learned]")).to_contain_text("0 of")
    other.close()
    assert shown(ready(reader))


def test_marks_cost_nothing_before_the_first_answer(visit: Callable[..., Visit]) -> None:
    reader = visit(GLOSSARY)
    reader.page.wait_for_load_state("networkidle")

    assert [name for name in reader.requests if "learned" in name or "terms.json" in name] == []


def test_marks_do_without_storage(visit: Callable[..., Visit]) -> None:
    reader = visit("core-concepts/")
    reader.page.add_init_script(BLOCKED)
    with reader.page.expect_response("**/terms.json"):
        reader.go(GLOSSARY)

    expect(reader.page.locator("[data-notes=learned]")).to_contain_text("0 of")
    ours = [problem for problem in reader.problems if "learned" in problem]
    assert ours == []
