"""Links and images lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository, nearest
from backend_notes.finding import Finding

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


def broken_link(page: Page, repository: Repository) -> Iterator[Finding]:
    """A relative link or image names a file below docs/."""
    for line, target, _ in _relative_targets(page):
        path = _resolve(page, target)
        if target and not target.startswith("/") and not _exists(repository, path):
            near = nearest(path, (f"{slug}.md" for slug in repository.page_by_slug))
            outside = path.startswith("..")
            yield page.finding(
                "broken-link",
                line,
                f"`{target}` leads out of docs/"
                if outside
                else f"`{target}` leads to docs/{path}, which does not exist{near}",
                "correct the path, relative to this page and with `.md`, or take the link out",
            )


def empty_link(page: Page, _: Repository) -> Iterator[Finding]:
    """A link has a target, and a reference a definition."""
    for link in page.links:
        if not link.target:
            yield page.finding(
                "empty-link", link.line, "the link has no target", "write it between the brackets"
            )
    for line, name in page.undefined_references:
        yield page.finding(
            "empty-link",
            line,
            f"nothing defines the link `[{name}]`",
            f"add a line `[{name}]: https://…`, or write the target in round brackets",
        )


def broken_anchor(page: Page, repository: Repository) -> Iterator[Finding]:
    """The part of a link after `#` is an anchor of the page it leads to."""
    for line, other, anchor in _missing_anchors(page, repository):
        if other is not repository.glossary:
            yield page.finding(
                "broken-anchor",
                line,
                f"{other.name} has no anchor `#{anchor}`{nearest(anchor, other.anchors)}",
                "correct it, or give the heading an id: `## Heading { #id }`",
            )


def duplicate_anchor(page: Page, repository: Repository) -> Iterator[Finding]:
    """No two headings of a page have the same id; the glossary has a rule of its own."""
    seen: dict[str, int] = {}
    for heading in page.headings if page is not repository.glossary else ():
        if heading.id in seen:
            yield page.finding(
                "duplicate-anchor",
                heading.line,
                f"the id `{heading.id}` is taken by the heading on line {seen[heading.id]}",
                "give this heading an id of its own",
            )
        seen[heading.id] = heading.line


def glossary_link(page: Page, repository: Repository) -> Iterator[Finding]:
    """A link to the glossary names a term that it has."""
    for line, other, anchor in _missing_anchors(page, repository):
        if other is repository.glossary:
            yield page.finding(
                "glossary-link",
                line,
                f"the glossary has no term `{anchor}`{nearest(anchor, repository.terms)}",
                f"correct the id, or define the term: `### Term {{ #{anchor} }}`",
            )


def absolute_link(page: Page, repository: Repository) -> Iterator[Finding]:
    """A link to our own site is relative, so that it works in every version and on a laptop."""
    for link in page.links:
        own = any(
            link.target == url or link.target.startswith(f"{url}/")
            for url in repository.config.site_urls
        )
        if own or re.match(r"/(?!/)", link.target):
            yield page.finding(
                "absolute-link",
                link.line,
                f"`{link.target}` is an absolute link into our own site",
                "link the Markdown file by its path relative to this page",
            )


def image_text(page: Page, _: Repository) -> Iterator[Finding]:
    """An image has a text for those who do not see it."""
    silent = [link for link in page.links if link.image and not link.text.strip()]
    images = [(link.line, link.target) for link in silent]
    images += [
        (page.line_at(match.start()), match[0])
        for match in _HTML_IMAGE.finditer(page.markup)
        if not re.search(r"\salt\s*=", match[0])
    ]
    for line, image in images:
        yield page.finding(
            "image-text",
            line,
            f"the image `{image}` has no alternative text",
            "say in the square brackets (or in `alt`) what it shows",
        )


def _missing_anchors(page: Page, repository: Repository) -> Iterator[tuple[int, Page, str]]:
    """Every link to an anchor that its page does not have: line, that page, anchor."""
    for line, target, anchor in _relative_targets(page):
        other = repository.page_by_slug.get(_resolve(page, target).removesuffix(".md"))
        if other is not None and anchor and anchor not in other.anchors:
            yield line, other, anchor


def _relative_targets(page: Page) -> Iterator[tuple[int, str, str]]:
    """Line, path and anchor of every link into docs/."""
    for link in page.links:
        if link.target and not _SCHEME.match(link.target):
            path, _, anchor = link.target.partition("#")
            yield link.line, unquote(path.partition("?")[0]), unquote(anchor)


def _resolve(page: Page, target: str) -> str:
    """A target's path below docs/; the page's own where the target is only an anchor."""
    if not target:
        return f"{page.slug}.md"
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.slug), target))


def _exists(repository: Repository, path: str) -> bool:
    if path.endswith(".md"):
        return path.removesuffix(".md") in repository.page_by_slug
    return not path.startswith("..") and (repository.project.docs / path).is_file()
