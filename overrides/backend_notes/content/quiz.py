"""A quiz as the author wrote it, mistakes included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from backend_notes.content.blocks import INDENT, Admonition, Fence, Import, indent_of

_OPTION = re.compile(r"- \[(?P<mark>[ xX])\](?:[ \t]+(?P<text>.*))?$")
_BULLET = re.compile(r"[-*+][ \t]")


@dataclass
class Option:
    """An answer to choose; `reasons` holds the line of each nested bullet."""

    line: int
    right: bool
    text: str
    reasons: list[int] = field(default_factory=list)

    @property
    def plain(self) -> str:
        """What the option says: backticks left out, white space folded."""
        return fold(self.text.replace("`", ""))

    @property
    def label(self) -> str:
        """The option as a message names it."""
        return fold(self.text) or "(empty)"


@dataclass
class Quiz:
    """A question with its options.

    Attributes:
        line: where its head stands, counted from 1.
        mark: `!!!`, or `???` where the author folded it, which we forbid.
        id: the second word of the head; empty where it is missing.
        prints: whether the right option is what the imported program prints.
        terms: glossary ids that a right answer marks as learned.
        unknown: words of the head that mean nothing.
        question: the quoted title; None where there is none.
        stray: lines among or after the options that are neither option nor reason.
        imports: the imports in its body.
    """

    line: int
    mark: str
    id: str
    prints: bool
    terms: list[str]
    unknown: list[str]
    question: str | None
    options: list[Option] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The quiz as a message names it."""
        return f"quiz `{self.id}`" if self.id else "this quiz"


def fold(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def read_quiz(head: Admonition, lines: Sequence[str], fences: Sequence[Fence]) -> Quiz:
    """Read the quiz below a `!!! quiz` head."""
    words = head.words[1:]
    has_id = bool(words) and words[0] != "prints" and not words[0].startswith("term-")
    rest = words[1:] if has_id else words
    quiz = Quiz(
        head.line,
        head.mark,
        words[0] if has_id else "",
        "prints" in rest,
        [word.removeprefix("term-") for word in rest if word.startswith("term-")],
        [word for word in rest if word != "prints" and not word.startswith("term-")],
        head.title,
    )
    inner = [fence for fence in fences if head.holds(fence.line)]
    quiz.imports = [found for fence in inner for found in fence.imports]
    fenced = {n for fence in inner for n in range(fence.line, (fence.end or head.end) + 1)}
    for number in range(head.line + 1, head.end + 1):
        line = lines[number - 1]
        if line.strip():
            _read_line(quiz, head.indent + INDENT, number, line, number in fenced)
    return quiz


def _read_line(quiz: Quiz, margin: int, number: int, line: str, fenced: bool) -> None:
    """Take in one line of the body; `margin` is the column where options start."""
    indent, text = indent_of(line), line.strip()
    option = None if fenced else _OPTION.match(text)
    if option and indent == margin:
        quiz.options.append(Option(number, option["mark"] in "xX", option["text"] or ""))
    elif option:
        quiz.stray.append(number)
    elif not quiz.options:
        if not fenced and indent == margin and re.match(r"[-*+][ \t]+\[", text):
            quiz.stray.append(number)
    elif not fenced and _BULLET.match(text) and indent == margin + INDENT:
        quiz.options[-1].reasons.append(number)
    elif indent <= margin or (not fenced and _BULLET.match(text) and indent < margin + INDENT):
        quiz.stray.append(number)
    elif not quiz.options[-1].reasons and not fenced:
        quiz.options[-1].text += " " + text
