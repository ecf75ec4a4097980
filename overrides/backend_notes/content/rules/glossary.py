"""The glossary: `## A`, below it `### Term { #term-id }`, two or three sentences and a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from backend_notes.content.page import Heading, Page
from backend_notes.content.prose import plural, prose, sentences
from backend_notes.content.repository import Repository
from backend_notes.finding import Finding

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Links at the end of an entry lead to the page that explains the term; they are no sentence.
_LAST_LINKS = re.compile(
    r"(?:(?:see(?: also)?|and|,|;|·|:)?\s*\[[^\]]*\]\([^)]*\)[.,;]?\s*)+\Z", re.I
)


def glossary_id(repository: Repository) -> Iterator[Finding]:
    """Every term has an id of its own, which pages link to."""
    first: dict[str, int] = {}
    for page, term in _terms(repository):
        if not term.explicit:
            message = f"the term `{term.text}` has no id"
        elif not _ID.fullmatch(term.id):
            message = f"the id `{term.id}` is not lower-case words joined by hyphens"
        elif term.id in first:
            message = f"the id `{term.id}` stands on line {first[term.id]} already"
        else:
            first[term.id] = term.line
            continue
        yield page.finding(
            "glossary-id", term.line, message, "give the term one id: `### Term { #term-id }`"
        )


def glossary_order(repository: Repository) -> Iterator[Finding]:
    """Terms stand in the order of the alphabet."""
    for (_, before), (page, term) in pairwise(_terms(repository)):
        if sort_key(term.text) < sort_key(before.text):
            yield page.finding(
                "glossary-order",
                term.line,
                f"`{term.text}` comes after `{before.text}`",
                "sort the terms by the alphabet",
            )


def glossary_letter(repository: Repository) -> Iterator[Finding]:
    """A term stands below the letter that it starts with."""
    page, letter = repository.glossary, ""
    for heading in page.headings if page else []:
        if heading.level == 2:
            letter = heading.text
        elif page and heading.level == 3 and not _belongs(heading.text, letter):
            yield page.finding(
                "glossary-letter",
                heading.line,
                f"`{heading.text}` stands below the letter `{letter}`",
                f"move it below `## {sort_key(heading.text)[:1].upper()}`",
            )


def glossary_length(repository: Repository) -> Iterator[Finding]:
    """A term is explained in two or three sentences."""
    for page, term, text in _entries(repository):
        count = len(sentences(prose(_LAST_LINKS.sub("", text.rstrip()))))
        if not 2 <= count <= 3:
            yield page.finding(
                "glossary-length",
                term.line,
                f"`{term.text}` is explained in {plural(count, 'sentence')}",
                "use two or three, the closing link left aside",
            )


def glossary_page(repository: Repository) -> Iterator[Finding]:
    """A term links the page that explains it."""
    for page, term, text in _entries(repository):
        if not re.search(r"\]\([^)\s]*\.md[)#\s]", text):
            yield page.finding(
                "glossary-page",
                term.line,
                f"`{term.text}` links no page",
                "end with a link to the page that explains it: `[Title](section/page.md#anchor).`",
            )


def _terms(repository: Repository) -> list[tuple[Page, Heading]]:
    page = repository.glossary
    return [(page, term) for term in page.headings if term.level == 3] if page else []


def _entries(repository: Repository) -> Iterator[tuple[Page, Heading, str]]:
    """Every term with the marked-up text below it."""
    for page, term in _terms(repository):
        after = (other.line for other in page.headings if other.line > term.line)
        end = next(after, len(page.lines) + 1)
        yield page, term, "\n".join(page.markup.split("\n")[term.line : end - 1])


def sort_key(text: str) -> str:
    """What a term is sorted by: its letters and digits, whatever their case."""
    return re.sub(r"[^\w ]|_", "", text).strip().casefold()


def _belongs(term: str, letter: str) -> bool:
    """Whether a term starts with its letter; what starts with no letter may stand anywhere."""
    first = sort_key(term)[:1]
    return not first.isalpha() or letter.casefold() == first
