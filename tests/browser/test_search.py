"""Search: out of the way until it is touched, and at hand from then on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect
from visit import Visit

GUIDE = "core-concepts/decorators/"
QUERY = ".md-search__input"
RESULTS = ".md-search-result__item"


def test_first_view_does_not_load_the_index(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.page.wait_for_timeout(500)

    assert not reader.asked_for_search_index()


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_search(visit: Callable[..., Visit], key: str) -> None:
    reader = visit(GUIDE)
    reader.page.keyboard.press(key)

    expect(reader.page.locator(QUERY)).to_be_focused()
    reader.page.wait_for_request("**/search_index.json") if not (
        reader.asked_for_search_index()
    ) else None
    assert reader.asked_for_search_index()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_a_query_finds_pages(visit: Callable[..., Visit], width: int, dark: bool) -> None:
    reader = visit(GUIDE, width=width, dark=dark)
    if width == 360:
        reader.page.locator("header label[for=__search] [role=button]").click()
    reader.page.locator(QUERY).click()
    reader.page.locator(QUERY).press_sequentially("closure")

    expect(reader.page.locator(RESULTS).first).to_be_visible()
    assert reader.axe_violations() == []
    assert reader.problems == []


def test_search_works_after_instant_navigation(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.page.wait_for_load_state("networkidle")  # the theme asks for the site map first
    reader.page.locator(".md-tabs__link", has_text="FastAPI").click()
    reader.page.wait_for_url("**/fastapi/")
    expect(reader.page.locator("h1")).to_contain_text("FastAPI")
    reader.page.locator(QUERY).click()
    reader.page.locator(QUERY).press_sequentially("closure")
    expect(reader.page.locator(RESULTS).first).to_contain_text("closure", ignore_case=True)
    found = reader.page.locator(f"{RESULTS} a[href*='h=closure']:visible").first
    try:
        found.click(timeout=5_000)
    except PlaywrightTimeoutError:  # the theme closes the search some time after it arrived
        reader.page.locator(QUERY).click()
        found.click()

    reader.page.wait_for_url("**h=closure**")
    assert reader.problems == []


def test_the_result_page_marks_the_query(visit: Callable[..., Visit]) -> None:
    reader = visit(f"{GUIDE}?h=closure")

    expect(reader.page.locator("mark[data-md-highlight]").first).to_be_attached()


def test_reasons_of_quizzes_are_not_found(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    index = reader.page.evaluate(
        "fetch(new URL('../../search/search_index.json', location)).then(r => r.text())"
    )
    reasons = reader.page.locator(".quiz__reasons li span").all_text_contents()

    assert reasons
    assert not [reason for reason in reasons if reason.strip() in index]
