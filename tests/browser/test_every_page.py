"""Every page, on a phone and at a desk, by day and by night."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from visit import Visit

_DOCS = Path(__file__).parents[2] / "docs"


def _address(page: Path) -> str:
    slug = page.relative_to(_DOCS).with_suffix("").as_posix()
    return (slug.removesuffix("index") + "/").replace("//", "/").removeprefix("/")


PAGES = sorted(_address(page) for page in _DOCS.rglob("*.md"))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [*PAGES, "no/such/page/"])
def test_page_is_sound(visit: Callable[..., Visit], path: str, width: int) -> None:
    reader = visit(path, width=width)
    reader.read_through()

    assert reader.pixels_too_wide() == 0
    assert reader.axe_violations() == []

    reader.use_dark_colours()
    assert reader.axe_violations("color-contrast", "link-in-text-block") == []
    assert not reader.asked_for_search_index()
    if path in PAGES:
        assert reader.problems == []
