"""Named sections of a snippet: what `--8<-- "file:name"` brings into a page.

pymdownx.snippets silently accepts a section that never ends or that stands twice; this module is
where both are found.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

# The same grammar as pymdownx.snippets, without the escape that we do not use.
_MARKER = re.compile(
    r"-{1,}8<-{1,}[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Marker:
    """A line that opens or closes a section; `line` is counted from 1."""

    line: int
    opens: bool
    name: str


@dataclass(frozen=True)
class Section:
    """A named part of a file; the lines are those of its markers, counted from 1."""

    name: str
    start: int
    end: int


def find_markers(text: str) -> list[Marker]:
    """Every section marker, in the order of the file."""
    if "8<" not in text:
        return []
    return [
        Marker(number, match["type"].lower() == "start", match["name"])
        for number, line in enumerate(text.splitlines(), 1)
        if (match := _MARKER.search(line))
    ]


def find_sections(text: str) -> tuple[dict[str, Section], list[tuple[int, str]]]:
    """The sections of a file by name, and its mistakes as (line, message)."""
    sections: dict[str, Section] = {}
    mistakes: list[tuple[int, str]] = []
    opened: dict[str, int] = {}
    for marker in find_markers(text):
        if marker.opens and (marker.name in opened or marker.name in sections):
            first = opened.get(marker.name) or sections[marker.name].start
            mistakes.append(
                (marker.line, f"section `{marker.name}` starts again; it started on line {first}")
            )
        elif marker.opens:
            opened[marker.name] = marker.line
        elif marker.name in opened:
            sections[marker.name] = Section(marker.name, opened.pop(marker.name), marker.line)
        else:
            mistakes.append((marker.line, f"section `{marker.name}` ends but never started"))
    for name, line in opened.items():
        mistakes.append((line, f"section `{name}` starts and never ends"))
    return sections, mistakes


def section_text(text: str, section: Section) -> str:
    """What a page shows of a section: dedented, inner markers left out."""
    lines = text.splitlines()[section.start : section.end - 1]
    return textwrap.dedent("\n".join(line for line in lines if not _MARKER.search(line)))


def without_markers(text: str) -> str:
    """The whole text without its marker lines."""
    return "".join(line for line in text.splitlines(keepends=True) if not _MARKER.search(line))
