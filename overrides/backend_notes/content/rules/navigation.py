"""The reading order holds every page, once."""

from __future__ import annotations

from collections.abc import Iterator

from pathspec import PathSpec

from backend_notes.content.repository import Repository, nearest
from backend_notes.finding import Finding

_CONFIG = "mkdocs.yml"


def site_configuration(repository: Repository) -> Iterator[Finding]:
    """mkdocs.yml can be read and has a reading order."""
    for line, message in repository.config.mistakes:
        yield Finding(_CONFIG, line, "site-configuration", message, "correct mkdocs.yml")


def page_outside_nav(repository: Repository) -> Iterator[Finding]:
    """Every page stands in the nav, unless `not_in_nav` or `exclude_docs` says otherwise."""
    config = repository.config
    if config.mistakes:
        return
    left_out = PathSpec.from_lines("gitignore", config.not_in_nav)
    listed = {entry.path for entry in config.nav}
    for page in repository.pages:
        path = f"{page.slug}.md"
        if path not in listed and not left_out.match_file(path):
            yield page.finding(
                "page-outside-nav",
                1,
                "the nav does not list this page",
                f"add `{path}` to `nav` (mkdocs.yml:{config.nav_line}) where it is to be read",
            )


def nav_without_page(repository: Repository) -> Iterator[Finding]:
    """Every entry of the nav is a page that exists."""
    known = {f"{page.slug}.md" for page in repository.pages}
    known |= {finding.path.removeprefix("docs/") for finding in repository.unreadable}
    for entry in repository.config.nav:
        if entry.path not in known:
            yield Finding(
                _CONFIG,
                entry.line,
                "nav-without-page",
                f"docs/{entry.path} does not exist{nearest(entry.path, known)}",
                "correct the path, write the page, or take the line out",
            )


def nav_twice(repository: Repository) -> Iterator[Finding]:
    """No page stands in the nav twice: it would have two next pages."""
    seen: dict[str, int] = {}
    for entry in repository.config.nav:
        if entry.path in seen:
            yield Finding(
                _CONFIG,
                entry.line,
                "nav-twice",
                f"{entry.path} stands in the nav on line {seen[entry.path]} already",
                "leave it in one place",
            )
        seen.setdefault(entry.path, entry.line)
