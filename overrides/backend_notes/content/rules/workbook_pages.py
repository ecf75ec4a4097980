"""A session of the workbook has the parts of a session, and asks its reader enough."""

from __future__ import annotations

from collections.abc import Iterator

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository
from backend_notes.content.rules.page_parts import (
    demand_opening,
    demand_parts,
    end_of_part,
    headings_of,
)
from backend_notes.finding import Finding

SESSIONS = 8
QUIZZES = 5
PROBLEM_SENTENCES = 4
# The classes that mark a part's level-2 heading, in the order of the page.
PARTS = {
    "model": "mental model",
    "traps": "part about traps",
    "build": "part to build something",
    "summary": "summary",
}


def session_number(page: Page, repository: Repository) -> Iterator[Finding]:
    """Every session has a number of its own, from 1 to 8."""
    number = page.front_matter.values.get("session")
    if type(number) is not int:
        return
    line = page.front_matter.line_of("session")
    if not 1 <= number <= SESSIONS:
        message = f"there is no session {number}"
        yield page.finding("session-number", line, message, f"number it from 1 to {SESSIONS}")
    for other in repository.pages:
        if other.is_session and other.slug < page.slug and _number(other) == number:
            message = f"{other.name} is session {number} as well"
            yield page.finding("session-number", line, message, "give each session its own number")


def session_problem(page: Page, _: Repository) -> Iterator[Finding]:
    """Between title and first heading stands the scene, in at most four sentences."""
    fix = "tell it in one to four sentences between `#` and the first `##`"
    yield from demand_opening(page, "session-problem", (1, PROBLEM_SENTENCES), "scene", fix)


def session_parts(page: Page, _: Repository) -> Iterator[Finding]:
    """A session has every part once, in the order of PARTS."""
    yield from demand_parts(page, PARTS, "session-parts")


def session_quizzes(page: Page, _: Repository) -> Iterator[Finding]:
    """A session has five quizzes or more, and one of them asks what a program prints."""
    if len(page.quizzes) < QUIZZES:
        message = f"the session has {len(page.quizzes) or 'no'} quizzes"
        yield page.finding("session-quizzes", 1, message, f"ask at least {QUIZZES}")
    elif not any(quiz.prints for quiz in page.quizzes):
        yield page.finding(
            "session-quizzes",
            page.quizzes[0].line,
            "no quiz of the session has the class `prints`",
            "let one ask what a program prints: `!!! quiz <id> prints`",
        )


def session_questions(page: Page, _: Repository) -> Iterator[Finding]:
    """A session has something to think about, and a bridge from the frontend."""
    found = {head.type for head in page.admonitions}
    for kind, what in (("think", "question to think about"), ("bridge", "bridge")):
        if kind not in found:
            fix = f'write one: `!!! {kind} "…"`'
            yield page.finding("session-questions", 1, f"the session has no {what}", fix)


def session_build(page: Page, _: Repository) -> Iterator[Finding]:
    """What a session builds stands in one card, in the part that is about it."""
    for heading in headings_of(page, "build")[:1]:
        end = end_of_part(page, heading)
        cards = [head for head in page.admonitions if head.type == "build"]
        if len(cards) != 1 or not heading.line < cards[0].line < end:
            yield page.finding(
                "session-build",
                heading.line,
                f"`{heading.text}` does not hold the session's one card",
                'write `!!! build "Build A: …"` there, and no other on the page',
            )


def _number(page: Page) -> object:
    return page.front_matter.values.get("session")
