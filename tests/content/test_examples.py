"""A live example obeys the rules of the page that shows it, and is found where it stands."""

from __future__ import annotations

import pytest

from backend_notes.content.check import check_project
from backend_notes.content.repository import Repository
from backend_notes.preview.appearances import Appearance, appearances
from backend_notes.project import Project

EXAMPLE = "snippets/contributing/shown.md"
PAGE = """\
---
title: Contributing
description: Every mark-up, live.
render_macros: true
---

# Contributing

{{ example("contributing/shown.md") }}
"""
GOOD = """\
A [closure](glossary.md#closure).

!!! quiz contributing-first term-closure "Which?"

    - [x] This one
        - It is right.
    - [ ] That one
        - It is not.
"""


@pytest.fixture
def shown(good: Project) -> Project:
    """The good project with one page more, and on it one example that breaks no rule."""
    (good.docs / "contributing.md").write_text(PAGE, "utf-8")
    (good.snippets / "contributing").mkdir()
    (good.root / EXAMPLE).write_text(GOOD, "utf-8")
    config = good.config.read_text("utf-8")
    good.config.write_text(config.replace("nav:\n", "nav:\n  - contributing.md\n", 1), "utf-8")
    return good


def findings(project: Project) -> list[str]:
    return [str(finding).split("\n", 1)[0] for finding in check_project(project)]


def edit(project: Project, old: str, new: str) -> None:
    text = (project.root / EXAMPLE).read_text("utf-8")
    assert text.count(old) == 1
    (project.root / EXAMPLE).write_text(text.replace(old, new), "utf-8")


def test_an_example_that_breaks_no_rule(shown: Project) -> None:
    assert findings(shown) == []


BROKEN = {
    "a quiz without a reason": (
        "        - It is not.\n",
        "",
        f"{EXAMPLE}:7: the option `That one` of quiz `contributing-first` has no reasons"
        " [quiz-reason]",
    ),
    "a term that the glossary lacks": (
        "#closure",
        "#closures",
        f"{EXAMPLE}:1: the glossary has no term `closures` (did you mean `closure`?)"
        " [glossary-link]",
    ),
    "a term that no answer can teach": (
        "term-closure",
        "term-lambda",
        f"{EXAMPLE}:3: quiz `contributing-first` names `term-lambda`, and the glossary has no term"
        " `lambda` [quiz-term]",
    ),
    "an import of nothing": (
        "A [closure](glossary.md#closure).",
        '```python\n--8<-- "contributing/nothing.py:part"\n```',
        f"{EXAMPLE}:2: snippets/contributing/nothing.py does not exist [broken-import]",
    ),
    "code that is typed": (
        "A [closure](glossary.md#closure).",
        "```python\nprint(1)\n```",
        f"{EXAMPLE}:2: `print(1)` is typed into the page [fenced-code]",
    ),
    "a quiz id that a page has": (
        "contributing-first",
        "decorators-time",
        f"{EXAMPLE}:3: the quiz id `decorators-time` is taken by"
        " docs/core-concepts/decorators.md:35 [quiz-id]",
    ),
}


@pytest.mark.parametrize(("old", "new", "finding"), BROKEN.values(), ids=BROKEN)
def test_a_broken_example_is_found_on_its_own_line(
    shown: Project, old: str, new: str, finding: str
) -> None:
    edit(shown, old, new)
    assert findings(shown) == [finding]


def test_an_example_that_no_page_shows_is_found(shown: Project) -> None:
    (shown.snippets / "contributing" / "forgotten.md").write_text(GOOD, "utf-8")
    assert findings(shown) == [
        "snippets/contributing/forgotten.md:1: no page imports any part of"
        " snippets/contributing/forgotten.md [orphan-snippet]"
    ]


def test_a_section_that_only_an_example_imports_is_no_orphan(shown: Project) -> None:
    both = PAGE.replace('example("', 'example("contributing/count.py", "')
    (shown.docs / "contributing.md").write_text(both, "utf-8")
    program = shown.snippets / "contributing" / "count.py"
    program.write_text("# --8<-- [start:part]\nprint(1)\n# --8<-- [end:part]\n", "utf-8")
    fence = '```python\n--8<-- "contributing/count.py:part"\n```'
    edit(shown, "A [closure](glossary.md#closure).", fence)
    assert findings(shown) == []


def test_an_example_appears_where_the_page_shows_it(shown: Project) -> None:
    found = appearances(Repository(shown), "contributing/shown.md")
    assert found == [Appearance("docs/contributing.md", 9, "")]
