"""What a reader loads before giving a sign of life: the page, its looks, and one script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

LIGHT = ["", "core-concepts/decorators/", "glossary/", "practice/", "review/", "tracks/"]
LIGHT += ["practice/token-bucket/", "workbook/", "workbook/redis/", "workbook/capstone/"]


@pytest.mark.parametrize("page", LIGHT)
def test_a_new_reader_loads_one_script_and_no_list(visit: Callable[..., Visit], page: str) -> None:
    reader = visit(page, width=412)
    reader.page.wait_for_load_state("networkidle")
    loaded = [name.split("/")[-1] for name in reader.requests]

    assert [name for name in loaded if name.endswith((".mjs", ".json"))] == ["notes.mjs"]
    assert reader.problems == []


def test_each_page_has_the_icons_of_its_boxes_only(visit: Callable[..., Visit]) -> None:
    reader = visit("workbook/redis/")
    masks = reader.page.locator(".admonition-title").evaluate_all(
        "titles => titles.map(title => getComputedStyle(title, '::before').maskImage)"
    )
    icons = "[...document.querySelectorAll('head style')].map(it => it.textContent).join()"
    assert all(mask.startswith("url(") for mask in masks)
    assert "icon--claim" not in reader.page.evaluate(icons)

    reader.go("tracks/")
    assert "icon--" not in reader.page.evaluate(icons)


def test_the_rules_of_a_page_come_and_go_with_it(visit: Callable[..., Visit]) -> None:
    reader = visit("")
    reader.page.evaluate("window.stayed = true")
    numbers = "getComputedStyle(document.querySelector('.numbers, .track__choice')).display"
    assert reader.page.evaluate(numbers) == "grid"

    reader.page.locator("a[href$='tracks/']").first.click()
    expect(reader.page.locator(".track__choice").first).to_be_visible()
    assert reader.page.evaluate(numbers) == "flex"
    assert reader.page.evaluate("window.stayed")
    styles = reader.page.evaluate("document.head.innerHTML")
    assert ".hero" not in styles
