"""A link to a place in the middle of a page leads there, and the page stays there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from visit import Visit

# What is above these has code, quizzes and parts that are laid out when they come near.
ANCHORS = [
    "core-concepts/decorators/#functions-are-values",
    "core-concepts/decorators/#with-and-without-parentheses",
    "core-concepts/decorators/#coroutine-functions-need-an-async-wrapper",
    "workbook/redis/#bytes-come-back",
    "workbook/redis/#when-redis-is-away",
]

OFF = """id => {
    const heading = document.getElementById(id);
    const margin = parseFloat(getComputedStyle(heading).scrollMarginTop);
    return heading.getBoundingClientRect().top - margin;
}"""


@pytest.mark.parametrize("link", ANCHORS)
def test_a_heading_stands_at_the_top_when_everything_is_there(
    visit: Callable[..., Visit], link: str
) -> None:
    reader = visit(link, width=360)
    reader.page.wait_for_timeout(2000)  # what is asked is where it stands then

    assert reader.page.evaluate(OFF, link.split("#")[1]) == pytest.approx(0, abs=8)
    assert reader.problems == []


def test_a_reader_who_moves_on_is_not_held(visit: Callable[..., Visit]) -> None:
    reader = visit(ANCHORS[0], width=360)
    reader.page.wait_for_load_state("networkidle")
    reader.page.mouse.wheel(0, 1500)
    reader.page.wait_for_timeout(500)

    assert reader.page.evaluate(OFF, ANCHORS[0].split("#")[1]) < -1000


def test_a_page_without_a_place_in_its_address_loads_nothing_of_it(
    visit: Callable[..., Visit],
) -> None:
    reader = visit("core-concepts/decorators/")
    reader.page.wait_for_load_state("networkidle")
    assert not [name for name in reader.requests if "hold-place" in name]
