"""Sessions of the workbook that lack what a session has."""

from __future__ import annotations

from cases.case import Case

SESSION = "docs/workbook/shared-shelf.md"
OTHER = "docs/workbook/another-shelf.md"

CASES = [
    Case(
        rule="front-matter-missing",
        when="a session without a number",
        file=SESSION,
        edits=[("session: 3\n", "")],
        at=(SESSION, 1),
        message="the front matter has no `session`",
        fix="add `session: 3` between the two `---` at the top",
    ),
    Case(
        rule="session-number",
        when="a ninth session",
        file=SESSION,
        edits=[("session: 3", "session: 9")],
        at=(SESSION, 4),
        message="there is no session 9",
        fix="number it from 1 to 8",
    ),
    Case(
        rule="session-problem",
        when="no scene",
        file=SESSION,
        edits=[("Two pickers take from one shelf.\n", "")],
        at=(SESSION, 9),
        message="the scene below the title has no sentences",
        fix="tell it in one to four sentences between `#` and the first `##`",
    ),
    Case(
        rule="session-parts",
        when="no traps",
        file=SESSION,
        edits=[(" { .traps }", "")],
        at=(SESSION, 1),
        message="the page has no part about traps",
        fix="mark its level-2 heading: `## Some words { .traps }`",
    ),
    Case(
        rule="session-quizzes",
        when="four quizzes",
        file=SESSION,
        edits=[("!!! quiz shelf-4", "!!! tip")],
        at=(SESSION, 1),
        message="the session has 4 quizzes",
        fix="ask at least 5",
    ),
    Case(
        rule="session-questions",
        when="nothing to think about",
        file=SESSION,
        edits=[("!!! think", "!!! question")],
        at=(SESSION, 1),
        message="the session has no question to think about",
        fix='write one: `!!! think "…"`',
    ),
    Case(
        rule="session-build",
        when="no card",
        file=SESSION,
        edits=[("!!! build", "!!! example")],
        at=(SESSION, 70),
        message="`A shelf of your own` does not hold the session's one card",
        fix='write `!!! build "Build A: …"` there, and no other on the page',
    ),
]
