"""The parts of a page: sections, or elements that fold, around headings that stay as they are."""

from __future__ import annotations

import pytest

from backend_notes.site.folding import fold_parts, group_parts, is_folded

PAGE = """<h1 id="redis">Redis</h1>
<p>Two orders arrive.</p>
<h2 id="memory">Memory</h2>
<p>A wall.</p>
<h3 id="more">More</h3>
<h2 class="traps" id="traps">Traps</h2>
<ul>
<li>One</li>
</ul>"""


def test_each_part_has_its_heading_as_summary_and_is_open() -> None:
    folded = fold_parts(PAGE)
    assert folded.count('<details class="part" open') == folded.count("</details>") == 2
    assert '<summary><h2 id="memory">Memory</h2></summary>\n<p>A wall.</p>' in folded
    assert '<summary><h2 class="traps" id="traps">Traps</h2></summary>' in folded
    assert folded.startswith('<h1 id="redis">Redis</h1>\n<p>Two orders arrive.</p>\n<details')


def test_nothing_but_the_folds_is_added() -> None:
    bare = fold_parts(PAGE)
    for tag in ('<details class="part" open data-notes="part"><summary>', "</summary>"):
        bare = bare.replace(tag, "")
    assert bare.replace("</details>\n", "") == PAGE


def test_the_parts_of_other_pages_are_sections() -> None:
    grouped = group_parts(PAGE)
    assert '<section>\n<h2 id="memory">Memory</h2>\n<p>A wall.</p>\n<h3 id="more">' in grouped
    assert grouped.count("<section>\n") == grouped.count("</section>\n") == 2
    assert grouped.replace("<section>\n", "").replace("</section>\n", "") == PAGE


def test_a_summary_holds_no_link() -> None:
    link = '<a class="headerlink" href="#traps">#</a>'
    assert fold_parts(PAGE.replace("Traps</h2>", f"Traps{link}</h2>")) == fold_parts(PAGE)


@pytest.mark.parametrize(
    ("address", "folds"),
    [("workbook/redis/", True), ("workbook/", False), ("httpx/timeouts/", False), ("", False)],
)
def test_only_sessions_of_the_workbook_fold(address: str, folds: bool) -> None:
    assert is_folded(address) is folds
