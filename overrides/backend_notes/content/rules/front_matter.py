"""What a page says about itself is complete, of the right types and true."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from backend_notes.content.page import Page
from backend_notes.content.prose import plural, sentences
from backend_notes.content.repository import Repository, nearest
from backend_notes.finding import Finding

WORDS_PER_MINUTE = 200
SECONDS_PER_CODE_BLOCK = 20
DESCRIPTION_LENGTH = 160

_ON_EVERY_PAGE = ("title", "description")
_ON_EVERY_GUIDE = (*_ON_EVERY_PAGE, "minutes", "prerequisites", "terms")
_ON_EVERY_SESSION = (*_ON_EVERY_PAGE, "session", "minutes", "terms")
_ON_EVERY_PROBLEM = (*_ON_EVERY_PAGE, "level", "minutes", "builds_on", "terms")
# What each key must hold. The second group is Material's own.
_TYPES: dict[str, str] = {
    "title": "text",
    "description": "text",
    "minutes": "a whole number",
    "prerequisites": "a list of texts",
    "terms": "a list of texts",
    "session": "a whole number",
    "level": "text",
    "builds_on": "a list of texts",
    "homonyms": "a list of texts",
    "render_macros": "true or false",
    "template": "text",
    "hide": "a list of texts",
    "search": "keys and values",
    "tags": "a list of texts",
    "icon": "text",
    "image": "text",
    "subtitle": "text",
    "status": "text",
}


def front_matter_broken(page: Page, _: Repository) -> Iterator[Finding]:
    """The front matter can be read."""
    for line, message in page.front_matter.mistakes:
        yield page.finding(
            "front-matter-broken",
            line,
            message,
            "correct the block between the two `---`; a text with `: ` in it needs quotes",
        )


def front_matter_missing(page: Page, _: Repository) -> Iterator[Finding]:
    """The front matter has every key that this kind of page needs."""
    if page.front_matter.mistakes:
        return
    for key in _wanted(page):
        if page.front_matter.values.get(key) in (None, ""):
            yield page.finding(
                "front-matter-missing",
                1,
                f"the front matter has no `{key}`",
                f"add `{key}: {_example(key)}` between the two `---` at the top",
            )


def _wanted(page: Page) -> tuple[str, ...]:
    """The keys that this kind of page needs."""
    if page.is_guide:
        return _ON_EVERY_GUIDE
    if page.is_problem:
        return _ON_EVERY_PROBLEM
    return _ON_EVERY_SESSION if page.is_session else _ON_EVERY_PAGE


def front_matter_type(page: Page, _: Repository) -> Iterator[Finding]:
    """The front matter's keys are known, and hold what they are for."""
    for key, value in page.front_matter.values.items():
        line = page.front_matter.line_of(key)
        if key not in _TYPES:
            yield page.finding(
                "front-matter-type",
                line,
                f"the front matter's key `{key}` means nothing{nearest(key, _TYPES)}",
                f"take it out; known are {', '.join(_TYPES)}",
            )
        elif value is not None and _kind(value) != _TYPES[key]:
            yield page.finding(
                "front-matter-type",
                line,
                f"`{key}` must be {_TYPES[key]} and is {_kind(value)}",
                f"write it as `{key}: {_example(key)}`",
            )


def description(page: Page, _: Repository) -> Iterator[Finding]:
    """The description is one sentence that search results and link previews show in full."""
    text = page.front_matter.values.get("description")
    if not isinstance(text, str) or not text:
        return
    count = len(sentences(text))
    if len(text) > DESCRIPTION_LENGTH:
        message = f"the description has {len(text)} characters"
    elif count != 1 or not text.rstrip().endswith((".", "!", "?")):
        message = (
            "the description does not end"
            if count == 1
            else f"the description has {plural(count, 'sentence')}"
        )
    else:
        return
    yield page.finding(
        "description",
        page.front_matter.line_of("description"),
        message,
        f"write one sentence of at most {DESCRIPTION_LENGTH} characters that ends with a full stop",
    )


def prerequisites(page: Page, repository: Repository) -> Iterator[Finding]:
    """The prerequisites are pages that exist, and not the page itself."""
    for line, slug in page.front_matter.strings("prerequisites"):
        if slug == page.slug:
            message = "the page is its own prerequisite"
        elif slug not in repository.page_by_slug:
            near = nearest(slug, repository.page_by_slug)
            message = f"the prerequisite `{slug}` is no page{near}"
        else:
            continue
        yield page.finding(
            "prerequisites",
            line,
            message,
            "name a page by its path below docs/ without `.md`, or take the line out",
        )


def terms(page: Page, repository: Repository) -> Iterator[Finding]:
    """The terms that a page explains are in the glossary."""
    for line, term in page.front_matter.strings("terms"):
        if term not in repository.terms:
            yield page.finding(
                "terms",
                line,
                f"the glossary has no term `{term}`{nearest(term, repository.terms)}",
                "correct the id, or define the term in docs/glossary.md",
            )


def reading_minutes(page: Page, _: Repository) -> Iterator[Finding]:
    """The reading time is within a minute of what words and code blocks add up to."""
    if page.is_problem:
        return  # the time to solve it, which no rule knows
    stated = page.front_matter.values.get("minutes")
    real = minutes_to_read(page)
    if type(stated) is int and abs(stated - real) > 1:
        yield page.finding(
            "reading-minutes",
            page.front_matter.line_of("minutes"),
            f"`minutes` says {stated}; {plural(page.prose_words, 'word')} and"
            f" {plural(len(page.fences), 'code block')} take {real}",
            f"write `minutes: {real}`",
        )


def minutes_to_read(page: Page) -> int:
    """The reading time: 200 words a minute and 20 seconds for each fenced block, rounded up."""
    seconds = page.prose_words * 60 / WORDS_PER_MINUTE + len(page.fences) * SECONDS_PER_CODE_BLOCK
    return max(1, math.ceil(seconds / 60))


def _kind(value: Any) -> str:
    """What a value is, in the words of a message."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        return "a whole number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        texts = all(isinstance(item, str) for item in value)
        return "a list of texts" if texts else "a list that holds other things than texts"
    return f"a {type(value).__name__}"


def _example(key: str) -> str:
    return {
        "title": "Decorators",
        "description": "What the page gives the reader, in one sentence.",
        "minutes": "12",
        "session": "3",
        "level": "medium",
        "builds_on": "[core-concepts/decorators]",
        "prerequisites": "[core-concepts/decorators]",
        "terms": "[closure]",
        "render_macros": "true",
        "hide": "[toc]",
        "search": "{exclude: true}",
        "tags": "[asyncio]",
    }.get(key, "text")
