"""Addresses that readers know keep leading somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from backend_notes.content.repository import Repository, nearest
from backend_notes.finding import Finding
from backend_notes.release.published import latest_release
from backend_notes.release.redirects import FILE, address_of, read_redirects


def redirect(repository: Repository) -> Iterator[Finding]:
    """Every redirect leads from a page that is gone to a page, and an anchor, that exist."""
    entries, mistakes = read_redirects(repository.project)
    for line, message in mistakes:
        yield Finding(FILE, line, "redirect", message, f"correct {FILE}")
    seen: dict[str, int] = {}
    for entry in entries:
        page = repository.page_by_slug.get(entry.target.removesuffix(".md"))
        if entry.source.removesuffix(".md") in repository.page_by_slug:
            message = f"docs/{entry.source} exists, so nobody is sent on from it"
            yield Finding(FILE, entry.line, "redirect", message, "take the line out")
        elif entry.source in seen:
            message = f"`{entry.source}` stands on line {seen[entry.source]} already"
            yield Finding(FILE, entry.line, "redirect", message, "take one of the lines out")
        elif page is None:
            known = (f"{slug}.md" for slug in repository.page_by_slug)
            message = f"docs/{entry.target} does not exist{nearest(entry.target, known)}"
            yield Finding(
                FILE, entry.line, "redirect", message, "name the page that takes the readers now"
            )
        elif entry.anchor and entry.anchor not in page.anchors:
            message = (
                f"{page.name} has no anchor `#{entry.anchor}`{nearest(entry.anchor, page.anchors)}"
            )
            yield Finding(FILE, entry.line, "redirect", message, "correct the anchor")
        seen.setdefault(entry.source, entry.line)


def moved_page(repository: Repository) -> Iterator[Finding]:
    """Every address of the latest release is a page still, or redirects to one."""
    released = latest_release(repository.project)
    if released is None:
        return
    entries, _ = read_redirects(repository.project)
    known = {address_of(f"{slug}.md") for slug in repository.page_by_slug}
    known |= {address_of(entry.source) for entry in entries}
    for address in sorted(released.addresses - known):
        yield Finding(
            FILE,
            1,
            "moved-page",
            f"release {released.version} has a page at `{address}`, and nothing is there now",
            f"add the line `{address.rstrip('/')}.md: <the page that takes its readers>`",
        )
