"""The block structure of a page that the rules ask about: fences, imports, admonitions.

One pass over the lines. It knows as much Markdown as our pages use: the fences of superfences,
the `--8<--` lines of pymdownx.snippets, and blocks that are indented by four below their head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

INDENT = 4

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")
_IMPORT = re.compile(r"[ \t]*-+8<-+(?P<rest>.*)$")
_QUOTED = re.compile(r"""[ \t]+(?P<quote>["'])(?P<target>[^"']+)(?P=quote)[ \t]*$""")
_TARGET = re.compile(r"(?P<path>[^:]*)(?::(?P<section>[a-zA-Z][-\w]*)|(?P<lines>:[-:,\d]*))?$")
_HEAD = re.compile(
    r"(?P<mark>!!!|\?\?\?\+?)[ \t]*(?P<words>.*?)(?:[ \t]*\"(?P<title>.*)\")?[ \t]*$"
)
_TAB = re.compile(r"===[!+]*[ \t]+\"")


@dataclass
class Fence:
    """A fenced block; lines counted from 1, `end` is 0 where nothing closes it."""

    line: int
    indent: int
    mark: str
    info: str
    end: int = 0
    imports: list[Import] = field(default_factory=list)
    literal: list[tuple[int, str]] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language, as in ```python or ``` { .python }; empty where none is given."""
        match = re.match(r"\{?[ \t]*\.?([\w+#-]+)", self.info)
        return match[1].lower() if match else ""

    @property
    def title(self) -> str:
        """The title over the block; empty where there is none."""
        match = re.search(r"""title=(["'])(.*?)\1""", self.info)
        return match[2] if match else ""


@dataclass(frozen=True)
class Import:
    """A line that brings in a part of a snippet.

    Attributes:
        line: counted from 1.
        path: the file, relative to snippets/; empty where the line has no quoted target.
        section: the named section; empty where there is none.
        lines: a range of lines, which we forbid; empty where there is none.
        fenced: whether it stands in a fenced block.
    """

    line: int
    path: str
    section: str
    lines: str
    fenced: bool


@dataclass
class Admonition:
    """A `!!!` or `???` block; `end` is the last line that belongs to it."""

    line: int
    indent: int
    mark: str
    words: list[str]
    title: str | None
    end: int = 0

    @property
    def type(self) -> str:
        """The first word: `note`, `quiz`, `claim`, …; empty where there is none."""
        return self.words[0] if self.words else ""

    def holds(self, line: int) -> bool:
        """Whether a line stands in its body."""
        return self.line < line <= self.end


@dataclass
class Blocks:
    """The blocks of a page, in the order of the page."""

    fences: list[Fence] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    admonitions: list[Admonition] = field(default_factory=list)
    # For each line outside fences: the column where the text of its `!!!`, `???` or `===` starts.
    margins: dict[int, int] = field(default_factory=dict)


def indent_of(line: str) -> int:
    """The columns before the first character that is no white space."""
    expanded = line.expandtabs(INDENT)
    return len(expanded) - len(expanded.lstrip())


def scan(lines: Sequence[str], skip: int) -> Blocks:
    """Find the blocks of a page, leaving out its first `skip` lines."""
    scanner = _Scanner()
    for number, line in enumerate(lines, 1):
        if number > skip and line.strip():
            scanner.read(number, line)
    return scanner.blocks


class _Scanner:
    """Reads one line after the other and remembers which blocks are open."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.fence: Fence | None = None
        # The open `!!!`, `???` and `===` with their indents, the innermost last.
        self.heads: list[tuple[int, Admonition | None]] = []

    def read(self, number: int, line: str) -> None:
        """Take in a line that is not blank."""
        indent = indent_of(line)
        # A line that stands left of its fence ends it, closed or not: the damage stays local.
        if self.fence is not None and indent < self.fence.indent:
            self.fence = None
        if self.fence is None:
            while self.heads and indent < self.heads[-1][0] + INDENT:
                self.heads.pop()
        for _, admonition in self.heads:
            if admonition is not None:
                admonition.end = number
        if self.fence is not None:
            self._read_fenced(self.fence, number, line)
        else:
            self.blocks.margins[number] = self.heads[-1][0] + INDENT if self.heads else 0
            self._read_open(number, indent, line)

    def _read_fenced(self, fence: Fence, number: int, line: str) -> None:
        if line.strip() == fence.mark:
            fence.end = number
            self.fence = None
        elif found := _read_import(number, line, fenced=True):
            fence.imports.append(found)
            self.blocks.imports.append(found)
        else:
            fence.literal.append((number, line))

    def _read_open(self, number: int, indent: int, line: str) -> None:
        text = line.strip()
        if match := _FENCE.match(line):
            self.fence = Fence(number, indent, match["fence"], match["info"].strip())
            self.blocks.fences.append(self.fence)
        elif found := _read_import(number, line, fenced=False):
            self.blocks.imports.append(found)
        elif head := _HEAD.match(text):
            words = head["words"].split()
            admonition = Admonition(number, indent, head["mark"], words, head["title"], number)
            self.blocks.admonitions.append(admonition)
            self.heads.append((indent, admonition))
        elif _TAB.match(text):
            self.heads.append((indent, None))


def _read_import(number: int, line: str, fenced: bool) -> Import | None:
    """The import on a line; its path is empty where pymdownx would not read one file from it."""
    match = _IMPORT.match(line)
    if match is None:
        return None
    quoted = _QUOTED.match(match["rest"])
    target = _TARGET.match(quoted["target"].strip()) if quoted else None
    if target is None:
        return Import(number, "", "", "", fenced)
    return Import(number, target["path"], target["section"] or "", target["lines"] or "", fenced)
