"""The sessions of the workbook: parts that fold, stay folded, and open for a link into them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect
from visit import Visit

SESSION = "workbook/redis/"
TITLE = "Two structures, two questions"
ANCHOR = "two-structures-two-questions"
TEXT = "What is in order AT-7?"


def part(reader: Visit, title: str = TITLE) -> Locator:
    """A part whose script has come."""
    found = reader.page.locator("details.part", has=reader.page.get_by_role("heading", name=title))
    found.scroll_into_view_if_needed()
    return found


def close(reader: Visit) -> None:
    """Fold the part away by keyboard, and wait until that is remembered."""
    part(reader).locator("> summary").focus()
    reader.page.keyboard.press("Enter")
    expect(part(reader)).not_to_have_attribute("open", "")
    reader.page.wait_for_function(
        "id => (localStorage.getItem('python-backend-notes.closed-parts') ?? '').includes(id)",
        arg=ANCHOR,
    )


def test_parts_are_open_at_the_first_visit(visit: Callable[..., Visit]) -> None:
    reader = visit(SESSION)
    expect(reader.page.locator("details.part:not([open])")).to_have_count(0)
    expect(reader.page.get_by_text(TEXT)).to_be_visible()


def test_a_part_folded_by_keyboard_stays_folded(visit: Callable[..., Visit]) -> None:
    reader = visit(SESSION)
    reader.page.wait_for_load_state("networkidle")
    close(reader)
    reader.page.reload()
    expect(part(reader)).not_to_have_attribute("open", "")
    expect(reader.page.locator("details.part[open]")).not_to_have_count(0)


def test_a_link_into_a_folded_part_opens_it(visit: Callable[..., Visit]) -> None:
    reader = visit(SESSION)
    reader.page.wait_for_load_state("networkidle")
    close(reader)
    reader.page.goto("about:blank")
    reader.go(f"{SESSION}#{ANCHOR}")
    expect(part(reader)).to_have_attribute("open", "")


def test_parts_fold_without_javascript(visit: Callable[..., Visit]) -> None:
    reader = visit(SESSION, javascript=False)
    reader.page.locator("summary", has_text=TITLE).click()
    expect(reader.page.get_by_text(TEXT)).to_be_hidden()


def test_folding_works_where_storage_is_blocked(visit: Callable[..., Visit]) -> None:
    reader = visit("workbook/")
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    reader.go(SESSION)
    reader.page.wait_for_load_state("networkidle")
    part(reader).locator("> summary").click()
    expect(part(reader)).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_folded_session_has_no_axe_violations(visit: Callable[..., Visit], width: int) -> None:
    reader = visit(SESSION, width=width)
    part(reader).locator("> summary").click()
    assert reader.axe_violations() == []
    reader.use_dark_colours()
    assert reader.axe_violations() == []


def test_the_line_of_a_session_counts_page_and_workbook(visit: Callable[..., Visit]) -> None:
    reader = visit(SESSION)
    reader.page.locator(".quiz[id]").first.scroll_into_view_if_needed()
    lines = reader.page.locator(".quiz-score")
    lines.last.scroll_into_view_if_needed()
    expect(lines.first).to_contain_text("Quizzes: 0 / 5 answered correctly")
    expect(lines.last).to_contain_text("Workbook. Quizzes: 0 / 4")
