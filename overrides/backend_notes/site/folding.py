"""The parts of a long page: sections, which can be folded away in sessions of the workbook."""

from __future__ import annotations

import re

_FOLDED = "workbook/"
_HEADING = re.compile(r"^(?=<h2[ >])", re.MULTILINE)
# Nothing inside a summary may be operated but the summary itself.
_PERMALINK = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')


def is_folded(address: str) -> bool:
    """Whether a page is one whose parts fold: a session of the workbook.

    Args:
        address: its path below the site's root, such as `workbook/redis/`.
    """
    return address.startswith(_FOLDED) and address != _FOLDED


def fold_parts(html: str) -> str:
    """The same page, with each level-2 heading and what follows it in a `details` of its own."""
    before, *parts = _HEADING.split(html)
    return before + "".join(_folded(part) for part in parts)


def group_parts(html: str) -> str:
    """The same page, with each level-2 heading and what follows it in a `section` of its own.

    Where a box grows in a page of hundreds of elements, as a quiz does that is answered, the
    browser then lays out one section and moves a few, in place of looking at each element.
    """
    before, *parts = _HEADING.split(html)
    return before + "".join(f"<section>\n{part}</section>\n" for part in parts)


def _folded(part: str) -> str:
    heading, end, rest = part.partition("</h2>")
    heading = _PERMALINK.sub("", heading)
    return (
        '<details class="part" open data-notes="part">'
        f"<summary>{heading}{end}</summary>{rest}</details>\n"
    )
