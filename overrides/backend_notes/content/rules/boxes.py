"""A question to think about has its answer, and a task has what its buttons copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.blocks import INDENT, Admonition
from backend_notes.content.page import Page
from backend_notes.content.prose import plural
from backend_notes.content.repository import Repository
from backend_notes.finding import Finding

_ANSWER = '??? success "Answer"'
_QUOTE = re.compile(r"[ ]{4}>")
_COMMAND = re.compile(r"[ ]{4}`(?P<command>[^`]+)`[ \t]*")
_CHECK = "uv run "


def think_answer(page: Page, _: Repository) -> Iterator[Finding]:
    """A question to think about has one answer, folded inside it."""
    for head in _heads(page, "think"):
        inside = [other for other in page.admonitions if other is not head and _in(other, head)]
        answers = [other for other in inside if other.type == "success" and other.mark == "???"]
        if len(answers) != 1:
            yield page.finding(
                "think-answer",
                head.line,
                f'the question "{head.title or ""}" has {plural(len(answers), "folded answer")}',
                f"put one `{_ANSWER}` inside it, four columns deeper, with the answer below",
            )


def build_prompt(page: Page, _: Repository) -> Iterator[Finding]:
    """A task has one prompt for an assistant, as a quote."""
    for head in _heads(page, "build"):
        lines = ["", *_lines(page, head)]
        starts = [n for n, line in enumerate(lines) if _QUOTE.match(line)]
        quotes = [n for n in starts if not _QUOTE.match(lines[n - 1])]
        if len(quotes) != 1:
            yield page.finding(
                "build-prompt",
                head.line,
                f'the task "{head.title or ""}" has {plural(len(quotes), "prompt")}',
                "write one prompt for an assistant as a quote in it: `> Coach me through …`",
            )


def build_check(page: Page, _: Repository) -> Iterator[Finding]:
    """A task has one command that checks it, as a line of its own."""
    for head in _heads(page, "build"):
        lines = (_COMMAND.fullmatch(line) for line in _lines(page, head))
        found = [match["command"] for match in lines if match]
        if len(found) != 1 or not found[0].startswith(_CHECK):
            what = f"the command `{found[0]}`" if len(found) == 1 else plural(len(found), "command")
            yield page.finding(
                "build-check",
                head.line,
                f'the task "{head.title or ""}" has {what} as its check',
                "write the command that checks it on a line of its own: `uv run …` in backticks",
            )


def _heads(page: Page, kind: str) -> list[Admonition]:
    return [head for head in page.admonitions if head.type == kind]


def _in(other: Admonition, head: Admonition) -> bool:
    """Whether a box stands directly in another one."""
    return head.holds(other.line) and other.indent == head.indent + INDENT


def _lines(page: Page, head: Admonition) -> list[str]:
    """What stands in a box, as if the box stood at the margin."""
    fenced = {n for fence in page.fences for n in range(fence.line, fence.end + 1)}
    return [
        "" if number in fenced else page.lines[number - 1][head.indent :]
        for number in range(head.line + 1, head.end + 1)
    ]
