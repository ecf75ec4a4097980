"""Split an SQL file into its statements and the results recorded below them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

ARROW = "-->"

# A `;` inside any of the others does not end a statement.
# Source: PostgreSQL's documentation, "Lexical Structure".
_TOKEN = re.compile(
    r"""
      (?P<comment>--[^\n]*|/\*.*?\*/)
    | (?P<escaped>\b[eE]'(?:\\.|''|[^'\\])*')
    | (?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*")
    | (?P<dollar>\$(?P<tag>(?:[^\W\d]\w*)?)\$.*?\$(?P=tag)\$)
    | (?P<end>;)
    | (?P<other>\w+|\S)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Statement:
    """One statement of a file; lines are counted from 1.

    Attributes:
        text: the SQL, without its `;`.
        line: where it begins.
        last_line: where its `;` stands.
        recorded: the `-->` lines directly below.
    """

    text: str
    line: int
    last_line: int
    recorded: tuple[str, ...]


def split(text: str) -> tuple[list[Statement], list[int]]:
    """The statements of a file, and the lines of results that belong to none.

    The last statement may lack its `;`. Statements that share a line share the results below it:
    they belong to the last one.
    """
    lines = text.splitlines()
    statements: list[Statement] = []
    owned: set[int] = set()
    for start, end in reversed(_spans(text)):
        first, last = (text.count("\n", 0, place) + 1 for place in (start, end))
        results = takewhile(lambda line: line.startswith(ARROW), lines[last:])
        recorded = () if last in {s.last_line for s in statements} else tuple(results)
        owned.update(range(last + 1, last + 1 + len(recorded)))
        statements.append(Statement(text[start:end], first, last, recorded))
    strays = [
        number
        for number, line in enumerate(lines, 1)
        if line.startswith(ARROW) and number not in owned
    ]
    return statements[::-1], strays


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each statement begins and ends; comments between statements belong to none."""
    spans: list[tuple[int, int]] = []
    start = last = -1
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "comment":
            continue
        if token.lastgroup == "end":
            if start >= 0:
                spans.append((start, token.start()))
            start = -1
            continue
        start = token.start() if start < 0 else start
        last = token.end()
    if start >= 0:
        spans.append((start, last))
    return spans
