"""Admonitions, diagrams and macros are what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository, nearest
from backend_notes.finding import Finding

OUR_TYPES = {"quiz", "think", "build", "bridge", "claim"}
_MATERIAL_TYPES = {
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger",
    "bug", "example", "quote",
}  # fmt: skip
TYPES = OUR_TYPES | _MATERIAL_TYPES
# Words that Material understands beside the type.
_PLACES = {"inline", "end", "annotate"}


def admonition(page: Page, _: Repository) -> Iterator[Finding]:
    """An admonition has a type that the site draws, and its title in double quotes."""
    for head in page.admonitions:
        if head.type not in TYPES:
            yield page.finding(
                "admonition",
                head.line,
                f"`{head.mark} {head.type}` is no type of admonition{nearest(head.type, TYPES)}",
                f"use one of {', '.join(sorted(TYPES))}",
            )
        elif head.type != "quiz" and (extra := set(head.words[1:]) - _PLACES):
            yield page.finding(
                "admonition",
                head.line,
                f"`{sorted(extra)[0]}` means nothing in the head of this {head.type}",
                f'put the title in double quotes: `{head.mark} {head.type} "Title"`',
            )
        elif head.end == head.line:
            yield page.finding(
                "admonition",
                head.line,
                f"this {head.type} is empty",
                "indent its text by four columns",
            )


def claim_without_program(page: Page, _: Repository) -> Iterator[Finding]:
    """A surprising claim is proved where it stands."""
    for head in page.admonitions:
        if head.type == "claim" and not any(head.holds(entry.line) for entry in page.imports):
            yield page.finding(
                "claim-without-program",
                head.line,
                f'the claim "{head.title or ""}" shows no program',
                "import the program that proves it, or tell it without the claim block",
            )


def diagram_title(page: Page, _: Repository) -> Iterator[Finding]:
    """A diagram says what it shows to those who do not see it."""
    for fence in page.fences:
        if fence.language == "mermaid":
            text = "\n".join(line for _, line in fence.literal)
            missing = [
                word
                for word in ("accTitle", "accDescr")
                if not re.search(rf"^[ \t]*{word}[ \t]*[:{{]", text, re.MULTILINE)
            ]
            if missing:
                yield page.finding(
                    "diagram-title",
                    fence.line,
                    f"the diagram has no {' and no '.join(missing)}",
                    "add `accTitle: …` and `accDescr: …` below its first line",
                )


def macro_not_rendered(page: Page, _: Repository) -> Iterator[Finding]:
    """A page with a macro asks for macros."""
    if page.front_matter.mistakes or page.front_matter.values.get("render_macros") is True:
        return
    outside = re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", _without_fences(page))
    for match in outside:
        yield page.finding(
            "macro-not-rendered",
            page.line_at(match.start()),
            f"`{match[0]}` is shown as it stands",
            "add `render_macros: true` to the front matter, or write it as inline code",
        )


def _without_fences(page: Page) -> str:
    """The page's text, as long as it was, without fenced blocks and inline code."""
    lines = page.text.split("\n")
    fenced = [(fence.line, fence.end or len(lines)) for fence in page.fences]
    for first, last in [(1, page.front_matter.end), *fenced]:
        for number in range(first - 1, last):
            lines[number] = " " * len(lines[number])
    return re.sub(r"`[^`\n]+`", lambda match: " " * len(match[0]), "\n".join(lines))
