"""The page of a practice problem has the parts that a reader, and the page's scripts, look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from backend_notes.content.blocks import Admonition, Import
from backend_notes.content.page import Heading, Page
from backend_notes.content.prose import count_words
from backend_notes.content.repository import Repository, nearest
from backend_notes.content.rules.page_parts import (
    demand_opening,
    demand_parts,
    end_of_part,
    headings_of,
)
from backend_notes.finding import Finding

T = TypeVar("T", Import, Admonition)

LEVELS = ("easy", "medium", "hard")
# The classes that mark a part's level-2 heading, in the order of the page.
PARTS = {
    "example": "example",
    "answer": "place for the answer",
    "tests": "part with the tests",
    "hints": "part with the hints",
    "solution": "solution",
    "production": "production part",
}
HINTS = 2
PROBLEM_SENTENCES = (3, 6)


def practice_level(page: Page, _: Repository) -> Iterator[Finding]:
    """A problem is easy, medium or hard."""
    level = page.front_matter.values.get("level")
    if isinstance(level, str) and level not in LEVELS:
        yield page.finding(
            "practice-level",
            page.front_matter.line_of("level"),
            f"the level `{level}` means nothing",
            f"write one of {', '.join(LEVELS)}",
        )


def practice_builds_on(page: Page, repository: Repository) -> Iterator[Finding]:
    """A problem builds on guides: pages that exist, or that docs/tracks.yml plans."""
    planned = {entry.slug for entry in repository.tracks.planned}
    known = planned | {guide.slug for guide in repository.guides}
    for line, slug in page.front_matter.strings("builds_on"):
        if slug not in known:
            yield page.finding(
                "practice-builds-on",
                line,
                f"`{slug}` is no guide{nearest(slug, known)}",
                "name a guide by its path below docs/ without `.md`, or take the line out",
            )


def practice_statement(page: Page, _: Repository) -> Iterator[Finding]:
    """Between title and first heading stands the problem, in three to six sentences."""
    fix = "state it in three to six sentences between `#` and the first `##`"
    yield from demand_opening(page, "practice-statement", PROBLEM_SENTENCES, "problem", fix)


def practice_parts(page: Page, _: Repository) -> Iterator[Finding]:
    """A problem has every part once, in the order of PARTS."""
    yield from demand_parts(page, PARTS, "practice-parts")


def practice_imports(page: Page, _: Repository) -> Iterator[Finding]:
    """Every part shows the file that it is about, and nothing else."""
    name = page.slug.removeprefix("practice/").replace("-", "_")
    folder = f"practice/{name}"
    wanted = {
        "example": [f"{folder}/solution.py:example", f"{folder}/solution.out"],
        "answer": [f"{folder}/starter.py"],
        "tests": [f"{folder}/test_{name}.py"],
        "solution": [f"{folder}/solution.py:solution"],
    }
    for part, files in wanted.items():
        heading = _part(page, part)
        if heading is None:
            continue
        shown = [_target(entry) for entry in _within(page, heading, page.imports)]
        if shown != files:
            yield page.finding(
                "practice-imports",
                heading.line,
                f"`{heading.text}` imports {', '.join(shown) or 'nothing'}",
                f"import {' and '.join(files)} there, in this order, and nothing else",
            )


def practice_command(page: Page, _: Repository) -> Iterator[Finding]:
    """The page says how to grade an answer without it."""
    heading = _part(page, "answer")
    name = page.slug.removeprefix("practice/").replace("-", "_")
    command = f"`uv run pytest snippets/practice/{name} --mine my_solution.py`"
    if heading and not any(command in line for line in _lines(page, heading)):
        yield page.finding(
            "practice-command",
            heading.line,
            f"`{heading.text}` does not say how to grade an answer on the reader's machine",
            f"write the command there: {command}",
        )


def practice_hints(page: Page, _: Repository) -> Iterator[Finding]:
    """There are two hints, each folded and each with a title and a text of its own."""
    heading = _part(page, "hints")
    if heading is None:
        return
    folds = _folds(page, heading)
    texts = [page.between(fold.line, fold.end + 1) for fold in folds]
    if len(folds) != HINTS:
        message = f"there are {len(folds)} folded hints"
    elif not all(fold.title and count_words(text) for fold, text in zip(folds, texts, strict=True)):
        message = "a hint has no title or no text"
    elif len({fold.title for fold in folds}) < HINTS:
        message = f'two hints are called "{folds[0].title}"'
    else:
        return
    yield page.finding(
        "practice-hints",
        heading.line,
        message,
        'write two, the second telling more: `??? tip "First hint: …"` and the text indented by 4',
    )


def practice_folded(page: Page, _: Repository) -> Iterator[Finding]:
    """Tests and solution are folded until a reader asks for them."""
    for part in ("tests", "solution"):
        heading = _part(page, part)
        if heading is None:
            continue
        folds = _folds(page, heading)
        for entry in _within(page, heading, page.imports):
            if not any(fold.holds(entry.line) for fold in folds):
                yield page.finding(
                    "practice-folded",
                    entry.line,
                    f"snippets/{entry.path} is open to everybody who scrolls by",
                    'put the block into `??? success "Show …"`, indented by 4',
                )


def practice_insight(page: Page, _: Repository) -> Iterator[Finding]:
    """The key insight stands with the solution, in the same fold."""
    heading = _part(page, "solution")
    if heading is None:
        return
    folds = _folds(page, heading)
    insights = [
        head for head in _within(page, heading, page.admonitions) if head.type == "abstract"
    ]
    if len(insights) != 1 or not any(fold.holds(insights[0].line) for fold in folds):
        yield page.finding(
            "practice-insight",
            heading.line,
            "the fold of the solution does not hold the one idea behind it",
            'write `!!! abstract "The idea"` below the code, indented by 4',
        )


def _part(page: Page, name: str) -> Heading | None:
    return next(iter(headings_of(page, name)), None)


def _lines(page: Page, heading: Heading) -> list[str]:
    return page.lines[heading.line : end_of_part(page, heading) - 1]


def _within(page: Page, heading: Heading, found: list[T]) -> list[T]:
    """What stands between a part's heading and the next one."""
    end = end_of_part(page, heading)
    return [entry for entry in found if heading.line < entry.line < end]


def _folds(page: Page, heading: Heading) -> list[Admonition]:
    return [head for head in _within(page, heading, page.admonitions) if head.mark == "???"]


def _target(entry: Import) -> str:
    return f"{entry.path}:{entry.section}" if entry.section else entry.path
