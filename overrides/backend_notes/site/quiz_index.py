"""Every quiz of the site: what a reader's progress and learned terms are counted against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from backend_notes.content.page import Page
from backend_notes.project import Project
from backend_notes.site.pages import is_read

BY_PAGE = "assets/quizzes.json"
"""Where the site serves the quizzes by page; progress-index.mjs fetches it from there."""

BY_TERM = "assets/terms.json"
"""Where the site serves the quizzes by term; learned.mjs fetches it from there."""


def quiz_files(project: Project, nav: list[Any]) -> dict[str, str]:
    """The files that the site serves, as JSON, by address.

    A page that cannot be read is left out; the content rules report it. So are live examples
    (contributing.py): they stand in files of their own.
    """
    pages = list(_pages(project, nav))
    data = {BY_PAGE: {"pages": quizzes_by_page(pages)}, BY_TERM: quizzes_by_term(pages)}
    return {
        address: json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        for address, found in data.items()
    }


def quizzes_by_page(pages: Iterable[tuple[str, Page]]) -> list[dict[str, Any]]:
    """The pages that have quizzes or are read to their end, in reading order.

    Each has its address below the site's root, its title, its section as the navigation names it,
    and the ids of its quizzes.

    Args:
        pages: each with its section.
    """
    return [
        {
            "page": f"{page.slug}/".removesuffix("index/"),
            "title": str(page.front_matter.values.get("title") or page.slug),
            "section": section,
            "quizzes": [quiz.id for quiz in page.quizzes if quiz.id],
        }
        for section, page in pages
        if page.quizzes or is_read(page.front_matter.values)
    ]


def quizzes_by_term(pages: Iterable[tuple[str, Page]]) -> dict[str, list[str]]:
    """For each glossary term the ids of the quizzes that teach it."""
    found: dict[str, list[str]] = {}
    for _, page in pages:
        for quiz in page.quizzes:
            for term in quiz.terms if quiz.id else ():
                found.setdefault(term, []).append(quiz.id)
    return found


def _pages(project: Project, nav: list[Any]) -> Iterator[tuple[str, Page]]:
    """The pages of a nav that can be read, each with its section."""
    for section, path in _paths(nav):
        try:
            text = (project.docs / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        yield section, Page(project.docs / path, path, path.removesuffix(".md"), text)


def _paths(nav: Any, section: str = "") -> Iterator[tuple[str, str]]:
    """Each path of a nav with the outermost title above it."""
    if isinstance(nav, str):
        yield section, nav
    elif isinstance(nav, dict):
        for title, value in nav.items():
            yield from _paths(value, section or str(title))
    elif isinstance(nav, list):
        for value in nav:
            yield from _paths(value, section)
