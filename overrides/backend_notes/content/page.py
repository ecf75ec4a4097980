"""A Markdown page, parsed once, with everything that the rules ask about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path, PurePosixPath

from markdown.extensions.toc import slugify, unique

from backend_notes.content.blocks import Admonition, Blocks, Fence, Import, scan
from backend_notes.content.examples import Example, find_examples
from backend_notes.content.front_matter import FrontMatter, read_front_matter
from backend_notes.content.prose import count_words, markup, prose
from backend_notes.content.quiz import Quiz, read_quiz
from backend_notes.finding import Finding

# Sections whose pages are no guides: they have an order of their own.
NOT_GUIDES = {"workbook", "practice", "reference"}

_HEADING = re.compile(r"[ \t]*(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?(?P<inside>[^{}]*)\}[ \t]*$")
_ANY_ID = re.compile(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}|<[a-zA-Z][^>]*\sid=[\"']([^\"']+)")
_LINK = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|!?\[[^\]]*\](?:\([^)]*\))?)*)\]"
    r"\([ \t]*(?P<target><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
_REFERENCE = re.compile(r"(?<![\\!\]])\[(?!\^)([^\[\]]+)\]\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is the anchor that the site gives it."""

    line: int
    level: int
    text: str
    id: str
    explicit: bool
    classes: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """A link or an image; `text` is what stands between the brackets, code blanked out."""

    line: int
    target: str
    text: str
    image: bool


@dataclass(frozen=True)
class Page:
    """A page and what can be read off it.

    Attributes:
        path: the file.
        name: its path as people write it, from the repository's root.
        slug: its path below docs/, without `.md`: how front matter refers to it.
        text: what it holds, front matter included.
    """

    path: Path
    name: str
    slug: str
    text: str

    def finding(self, rule: str, line: int, message: str, fix: str) -> Finding:
        """A finding at a line of this page."""
        return Finding(self.name, max(line, 1), rule, message, fix)

    @property
    def is_guide(self) -> bool:
        """Whether it is docs/<section>/<slug>.md of a section whose pages are guides."""
        parts = PurePosixPath(self.slug).parts
        return len(parts) == 2 and parts[1] != "index" and parts[0] not in NOT_GUIDES

    @property
    def is_problem(self) -> bool:
        """Whether it is docs/practice/<slug>.md: a problem to solve."""
        parts = PurePosixPath(self.slug).parts
        return len(parts) == 2 and parts[0] == "practice" and parts[1] != "index"

    @property
    def is_session(self) -> bool:
        """Whether it is docs/workbook/<slug>.md: a session of the workbook."""
        parts = PurePosixPath(self.slug).parts
        return len(parts) == 2 and parts[0] == "workbook" and parts[1] != "index"

    @cached_property
    def lines(self) -> list[str]:
        """Its lines without their ends."""
        return self.text.split("\n")

    @cached_property
    def front_matter(self) -> FrontMatter:
        """What it says about itself."""
        return read_front_matter(self.text)

    @cached_property
    def blocks(self) -> Blocks:
        """Its fences, imports and admonitions."""
        return scan(self.lines, self.front_matter.end)

    @property
    def fences(self) -> list[Fence]:
        """Its fenced blocks."""
        return self.blocks.fences

    @property
    def imports(self) -> list[Import]:
        """Its imports of snippets."""
        return self.blocks.imports

    @property
    def admonitions(self) -> list[Admonition]:
        """Its admonitions, quizzes included."""
        return self.blocks.admonitions

    @cached_property
    def quizzes(self) -> list[Quiz]:
        """Its quizzes."""
        heads = [head for head in self.admonitions if head.type == "quiz"]
        return [read_quiz(head, self.lines, self.fences) for head in heads]

    @cached_property
    def examples(self) -> list[Example]:
        """Its live examples."""
        rendered = self.front_matter.values.get("render_macros") is True
        return list(find_examples(self.text)) if rendered else []

    @cached_property
    def markup(self) -> str:
        """Its text with code, comments and front matter blanked out, links left in."""
        unread = [(1, self.front_matter.end)]
        unread += [(fence.line, fence.end or len(self.lines)) for fence in self.fences]
        unread += [(found.line, found.line) for found in self.imports if not found.fenced]
        return markup(self.text, unread)

    @cached_property
    def prose(self) -> str:
        """Only what a reader reads as text; offsets are those of `text`."""
        return prose(self.markup)

    @cached_property
    def prose_words(self) -> int:
        """The words of its prose."""
        return count_words(self.prose)

    def line_at(self, offset: int) -> int:
        """The line of an offset in `text`, `markup` or `prose`, counted from 1."""
        return bisect_right(self._line_starts, offset)

    def between(self, after: int, before: int) -> str:
        """The prose between two lines, both left out."""
        return "\n".join(self.prose.split("\n")[after : before - 1])

    @cached_property
    def headings(self) -> list[Heading]:
        """Its headings, with the anchors that python-markdown's toc extension gives them."""
        found = list(self._raw_headings())
        used = self._explicit_ids.copy()
        return [
            Heading(
                line, level, text, own or unique(slugify(_plain(text), "-"), used), own != "", css
            )
            for line, level, text, own, css in found
        ]

    @cached_property
    def anchors(self) -> set[str]:
        """Every id that a link can point at."""
        return self._explicit_ids | {heading.id for heading in self.headings}

    @cached_property
    def links(self) -> list[Link]:
        """Its links and images, the targets of link definitions included."""
        found = [
            Link(
                self.line_at(match.start()),
                match["target"].strip("<>"),
                match["text"],
                bool(match["image"]),
            )
            for match in self._link_matches()
        ]
        found += [
            Link(self.line_at(match.start()), match[2], match[1], False)
            for match in _DEFINITION.finditer(self.markup)
        ]
        return found

    @cached_property
    def undefined_references(self) -> list[tuple[int, str]]:
        """The `[text][name]` links whose name nothing defines, as (line, name)."""
        defined = {match[1].casefold() for match in _DEFINITION.finditer(self.markup)}
        found = [
            (self.line_at(match.start()), match[2] or match[1])
            for match in _REFERENCE.finditer(self.markup)
        ]
        return [(line, name) for line, name in found if name.casefold() not in defined]

    def _link_matches(self) -> Iterator[re.Match[str]]:
        for match in _LINK.finditer(self.markup):
            yield match
            # An image as the text of a link.
            yield from _LINK.finditer(self.markup, match.start("text"), match.end("text"))

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))

    @cached_property
    def _explicit_ids(self) -> set[str]:
        return {match[1] or match[2] for match in _ANY_ID.finditer(self.markup)}

    def _raw_headings(self) -> Iterator[tuple[int, int, str, str, tuple[str, ...]]]:
        """Line, level, text, explicit id and classes of each heading."""
        for number, blanked in enumerate(self.markup.split("\n"), 1):
            if "#" not in blanked or not _HEADING.match(blanked):
                continue
            line = self.lines[number - 1]
            # Further right than its container it is code, or the text of a list item.
            if len(line) - len(line.lstrip()) > self.blocks.margins.get(number, 0):
                continue
            attributes = _ATTRIBUTES.search(line)
            inside = attributes["inside"].split() if attributes else []
            match = _HEADING.match(line[: attributes.start()] if attributes else line)
            if match is None:
                continue
            own = next((word[1:] for word in inside if word.startswith("#")), "")
            css = tuple(word[1:] for word in inside if word.startswith("."))
            yield number, len(match["marks"]), match["text"].strip(), own, css


def _plain(text: str) -> str:
    """A heading's text without its Markdown, the way it is slugified."""
    parts = re.split(r"(`[^`]*`)", re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text))
    return "".join(
        part.strip("`")
        if part.startswith("`")
        else re.sub(r"(?<!\w)_+([^_]+)_+(?!\w)|<[^>]+>", r"\1", part)
        for part in parts
    )
