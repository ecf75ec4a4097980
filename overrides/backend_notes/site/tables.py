"""The Markdown extension that makes tables say what their cells are."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Before the in-line patterns (20), while the text of a cell is still in one piece.
_PRIORITY = 29


class _TableTreeprocessor(Treeprocessor):
    def run(self, root: Element) -> None:
        """Turn header cells without a text, usual in the corner of a table, into plain cells.

        A screen reader would announce them as a nameless heading of their column.
        """
        for cell in root.iter("th"):
            if not len(cell) and not (cell.text or "").strip():
                cell.tag = "td"


class TableExtension(Extension):
    """Registers the processor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Markdown calls
        """Called by Markdown."""
        md.treeprocessors.register(_TableTreeprocessor(md), "header-cells", _PRIORITY)


def makeExtension(**kwargs: Any) -> TableExtension:  # noqa: N802 - the name Markdown calls
    """Called by Markdown."""
    return TableExtension(**kwargs)
