"""A question to think about without its answer, and a task without what its buttons copy."""

from __future__ import annotations

from cases.case import Case

SECTION = "docs/core-concepts/index.md"

_ANSWER = """    ??? success "Answer"

        Every caller, at every call.
"""
_PROMPT = """    > Coach me through counting the calls of a function.
    >
    > Ask me questions, and let me write the code.
"""

CASES = [
    Case(
        rule="think-answer",
        when="a question without an answer",
        file=SECTION,
        edits=[(_ANSWER, "    Every caller, at every call.\n")],
        at=(SECTION, 10),
        message='the question "Who pays for a slow wrapper?" has no folded answers',
        fix='put one `??? success "Answer"` inside it, four columns deeper, with the answer below',
    ),
    Case(
        rule="think-answer",
        when="an answer that is open",
        file=SECTION,
        edits=[('    ??? success "Answer"', '    !!! success "Answer"')],
        at=(SECTION, 10),
        message='the question "Who pays for a slow wrapper?" has no folded answers',
        fix='put one `??? success "Answer"` inside it, four columns deeper, with the answer below',
    ),
    Case(
        rule="build-prompt",
        when="a task without a prompt",
        file=SECTION,
        edits=[(_PROMPT, "    Count.\n")],
        at=(SECTION, 16),
        message='the task "Build A: count the calls" has no prompts',
        fix="write one prompt for an assistant as a quote in it: `> Coach me through …`",
    ),
    Case(
        rule="build-prompt",
        when="two quotes",
        file=SECTION,
        edits=[("    `uv run notes check`", "    `uv run notes check`\n\n    > Another one.")],
        at=(SECTION, 16),
        message='the task "Build A: count the calls" has 2 prompts',
        fix="write one prompt for an assistant as a quote in it: `> Coach me through …`",
    ),
    Case(
        rule="build-check",
        when="a command in the middle of a sentence",
        file=SECTION,
        edits=[("    `uv run notes check`", "    Run `uv run notes check`.")],
        at=(SECTION, 16),
        message='the task "Build A: count the calls" has no commands as its check',
        fix="write the command that checks it on a line of its own: `uv run …` in backticks",
    ),
    Case(
        rule="build-check",
        when="a command that needs more than this repository",
        file=SECTION,
        edits=[("    `uv run notes check`", "    `make check`")],
        at=(SECTION, 16),
        message='the task "Build A: count the calls" has the command `make check` as its check',
        fix="write the command that checks it on a line of its own: `uv run …` in backticks",
    ),
]
