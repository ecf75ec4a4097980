"""Sections: what a page shows of a file, and the mistakes that the importer swallows."""

from __future__ import annotations

from backend_notes.snippets.sections import (
    Section,
    find_sections,
    section_text,
    without_markers,
)

TEXT = """\
import os
# --8<-- [start:outer]
def ship():
    # --8<-- [start:inner]
    return os.name
    # --8<-- [end:inner]
# --8<-- [end:outer]
"""


def test_sections_may_nest_and_are_dedented() -> None:
    sections, mistakes = find_sections(TEXT)
    assert mistakes == []
    assert sections == {"outer": Section("outer", 2, 7), "inner": Section("inner", 4, 6)}
    assert section_text(TEXT, sections["inner"]) == "return os.name"
    assert section_text(TEXT, sections["outer"]) == "def ship():\n    return os.name"
    assert without_markers(TEXT) == "import os\ndef ship():\n    return os.name\n"


def test_an_unclosed_section_is_a_mistake_where_it_starts() -> None:
    assert find_sections("x\n# --8<-- [start:a]\n")[1] == [(2, "section `a` starts and never ends")]


def test_a_section_twice_is_a_mistake_where_it_starts_again() -> None:
    text = "# --8<-- [start:a]\n# --8<-- [end:a]\n# --8<-- [start:a]\n# --8<-- [end:a]\n"
    assert find_sections(text)[1][0] == (3, "section `a` starts again; it started on line 1")


def test_an_end_without_a_start_is_a_mistake() -> None:
    assert find_sections("-- --8<-- [end:a]\n")[1] == [(1, "section `a` ends but never started")]
