"""Every quiz of the site in one file: what a reader's progress and review are counted against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from backend_notes.content.page import Page
from backend_notes.project import Project

ADDRESS = "assets/quizzes.json"
"""Where the site serves it; progress-index.mjs fetches it from there."""


def quiz_index(project: Project, nav: list[Any]) -> str:
    """The pages that have quizzes, in reading order, as JSON.

    Each has its address below the site's root, its title, its section as the navigation names it,
    and its quizzes: id, question as plain text, glossary terms. A page that cannot be read is left
    out; the content rules report it.
    """
    pages = [_entry(project, section, path) for section, path in _paths(nav)]
    found = {"pages": [page for page in pages if page]}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


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


def _entry(project: Project, section: str, path: str) -> dict[str, Any] | None:
    try:
        text = (project.docs / path).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    slug = path.removesuffix(".md")
    page = Page(project.docs / path, path, slug, text)
    quizzes = [
        {"id": quiz.id, "question": _plain(quiz.question or ""), "terms": quiz.terms}
        for quiz in page.quizzes
        if quiz.id
    ]
    if not quizzes:
        return None
    title = str(page.front_matter.values.get("title") or slug)
    return {"page": _address(slug), "title": title, "section": section, "quizzes": quizzes}


def _address(slug: str) -> str:
    """The page below the site's root; an index page is its folder."""
    return f"{slug}/".removesuffix("index/")


def _plain(question: str) -> str:
    """A question without the marks of Markdown that questions use."""
    return question.replace("`", "").replace('\\"', '"')
