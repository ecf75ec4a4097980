"""What a finger has to hit: 44 px high and wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from code_block import GUIDE, PART, CodeBlock
from playwright.sync_api import Locator
from visit import Visit

FINGER = 44
TITLES = ("Copy as Markdown", "Edit this page")


def smallest_side(targets: Locator) -> float:
    """Of all that are visible."""
    targets.first.wait_for()
    boxes = [target.bounding_box() for target in targets.all() if target.is_visible()]
    return min(min(box["width"], box["height"]) for box in boxes if box)


@pytest.mark.parametrize(
    ("path", "targets"),
    [
        (GUIDE, "a[data-copy], a.md-content__button"),
        (GUIDE, ".md-footer a.md-copyright, .md-footer__link"),
        ("glossary/", ".letters a, .filter input"),
        ("progress/", ".progress__pages a, [data-notes] .md-button, .progress__actions > *"),
        ("practice/route-registry/", "summary"),
    ],
)
def test_controls_are_large_enough(visit: Callable[..., Visit], path: str, targets: str) -> None:
    reader = visit(path, width=360, touch=True)
    found = reader.page.locator(f":is({targets}):visible")
    assert smallest_side(found) >= FINGER
    assert reader.pixels_too_wide() == 0


def test_the_row_below_a_program_and_what_it_unfolds(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE, width=360, touch=True)
    part = CodeBlock(reader.page, PART).come_near()
    part.button("Terminal").click()
    part.block.locator(".code-local").wait_for()
    assert smallest_side(part.block.locator(".code-bar__button")) > FINGER - 0.1
    assert reader.pixels_too_wide() == 0


def test_two_targets_do_not_cover_each_other(visit: Callable[..., Visit]) -> None:
    page = visit(GUIDE, width=360, touch=True).page
    copy, edit = (page.locator(f"a[title='{title}']") for title in TITLES)
    left, right = copy.bounding_box(), edit.bounding_box()
    assert left and right
    assert left["x"] + left["width"] <= right["x"] + 0.1
    assert right["x"] + right["width"] <= 360
