"""The page for contributors: its examples work as on any page, and nothing of them is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from test_quiz import KEY, open_quiz, option
from visit import Visit

PAGE = "contributing/"
QUIZZES = ["contributing-picked", "contributing-shelves"]
WRITTEN = '!!! claim "Three parcels'


@pytest.mark.parametrize("right", [True, False])
def test_an_answer_is_told_and_not_kept(visit: Callable[..., Visit], right: bool) -> None:
    reader = visit(PAGE, width=360)
    for name in QUIZZES:
        quiz = open_quiz(reader, name)
        option(quiz, right).locator("label").click()
        expect(quiz.get_by_role("status")).to_contain_text("Right." if right else "Not right.")
    assert reader.page.evaluate(f"localStorage.getItem('{KEY}')") is None

    reader.page.reload()
    expect(open_quiz(reader, QUIZZES[0]).get_by_role("status")).to_have_text("")
    assert reader.problems == []


def test_the_page_has_no_score(visit: Callable[..., Visit]) -> None:
    reader = visit(PAGE)
    open_quiz(reader, QUIZZES[-1])
    expect(reader.page.locator(".quiz-score")).to_have_count(0)


def test_the_source_can_be_copied_as_it_is_written(visit: Callable[..., Visit]) -> None:
    page = visit(PAGE).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block = page.locator(".highlight", has_text=WRITTEN)
    block.scroll_into_view_if_needed()
    block.get_by_role("button", name="Copy").click()
    expect(page.locator(".md-dialog")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(WRITTEN)
    assert '\n    --8<-- "contributing/weight.py:weigh"\n' in copied


def test_source_and_result_are_heard_in_this_order(visit: Callable[..., Visit]) -> None:
    spoken = visit(PAGE).page.locator(".specimen", has_text=WRITTEN).aria_snapshot()
    source, label = spoken.index("!!! claim"), spoken.index("What readers see")
    result = spoken.rindex("Weigh in whole grams")
    assert source < label < result
