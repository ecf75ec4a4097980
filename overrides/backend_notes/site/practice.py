"""Practice on the site: the index of problems, and the ways between a problem and its guides."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from backend_notes.project import Project
from backend_notes.site.pages import front_matter, nav_paths

ADDRESS = "assets/practice.json"
"""Where the site serves the list of problems; practice-state.mjs fetches it from there."""

_FOLDER = "practice/"


def problems_markdown(project: Project, nav: list[Any]) -> str:
    """The problems of the nav, in its order, as Markdown.

    Each has an empty `span.practice__state` with the problem's slug in `data-problem`, where a
    script may say how far the reader is, as in the line below. Both are right for a new reader.
    """
    paths = _problem_paths(nav)
    entries = "\n".join(_entry(project, path) for path in paths)
    score = f"Problems solved: 0 / {len(paths)}. [My progress](../progress.md)\n{{ .quiz-score }}"
    return (
        f'<div class="contents" data-notes="practice" markdown>\n\n{entries}\n\n{score}\n</div>\n'
    )


def problems_json(project: Project, nav: list[Any]) -> str:
    """The problems of the nav, in its order: slug, title, and address below the site's root."""
    problems = []
    for path in _problem_paths(nav):
        slug = path.removeprefix(_FOLDER).removesuffix(".md")
        title = front_matter(project.docs / path).get("title", slug)
        problems.append({"problem": slug, "title": str(title), "page": f"{_FOLDER}{slug}/"})
    return json.dumps(problems, ensure_ascii=False, separators=(",", ":"))


def guides_of(page: Page, nav: Navigation) -> list[Page]:
    """The guides that a problem builds on; those that are not written yet are left out."""
    by_slug = {_slug(other): other for other in nav.pages}
    return [by_slug[slug] for slug in _builds_on(page.meta) if slug in by_slug]


def problems_on(page: Page, nav: Navigation) -> list[Page]:
    """The problems that build on a guide, in reading order."""
    problems = [other for other in nav.pages if _slug(other).startswith(_FOLDER)]
    return [other for other in problems if _slug(page) in _builds_on(_meta(other))]


def _problem_paths(nav: list[Any]) -> list[str]:
    paths = [path for path in nav_paths(nav) if path.startswith(_FOLDER)]
    return [path for path in paths if path != f"{_FOLDER}index.md"]


def _entry(project: Project, path: str) -> str:
    meta = front_matter(project.docs / path)
    slug = path.removeprefix(_FOLDER).removesuffix(".md")
    facts = f"{meta.get('level', '')}, {meta.get('minutes', '?')} min"
    state = f'<span class="practice__state" data-problem="{escape(slug)}"></span>'
    lines = [f"1.  [{meta.get('title', slug)}]({slug}.md) <span>{facts}</span> {state}"]
    if description := meta.get("description"):
        lines.append(f"    <br>{description}")
    guides = [
        f"[{front_matter(project.docs / f'{guide}.md').get('title', guide)}](../{guide}.md)"
        for guide in _builds_on(meta)
        if (project.docs / f"{guide}.md").is_file()
    ]
    if guides:
        lines.append(f"    <br><small>Builds on: {', '.join(guides)}</small>")
    return "\n".join(lines) + "\n"


def _builds_on(meta: Any) -> list[str]:
    """The slugs in a page's front matter; others are the content rules' business."""
    slugs = meta.get("builds_on") or []
    return [slug for slug in slugs if isinstance(slug, str)] if isinstance(slugs, list) else []


def _meta(page: Page) -> Any:
    """A page's front matter, also before MkDocs has come to it."""
    return page.meta or {}


def _slug(page: Page) -> str:
    return page.file.src_uri.removesuffix(".md")
