"""The pages that a branch changes, by their Markdown or by the snippets they show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from backend_notes.content.repository import Repository
from backend_notes.preview.appearances import appearances
from backend_notes.project import Project
from backend_notes.release.git import GitError, git
from backend_notes.release.redirects import address_of

_LIST = """\
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>Changed pages</title>
    <style>body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem }}</style>
  </head>
  <body>
    <h1>Changed pages</h1>
    <p>Since {since}. <a href="index.html">The whole site</a></p>
    {body}
  </body>
</html>
"""  # noqa: E501 - the style on one line


@dataclass
class ChangedPage:
    """A page that looks different now.

    Attributes:
        slug: its path below docs/, without `.md`.
        title: how it calls itself.
        reasons: what changed.
    """

    slug: str
    title: str
    reasons: list[str] = field(default_factory=list)

    @property
    def why(self) -> list[str]:
        """The first reasons, and how many more there are."""
        more = len(self.reasons) - 3
        return [*self.reasons[:3], *([f"{more} more"] if more > 0 else [])]

    @property
    def file(self) -> str:
        """The page in the built site, as a file."""
        return f"{address_of(f'{self.slug}.md')}index.html"


@dataclass(frozen=True)
class Changes:
    """What a branch changes.

    Attributes:
        pages: in the order of their paths.
        gone: pages that are no longer there.
        everywhere: files of the theme and the settings: any page may look different.
    """

    pages: list[ChangedPage]
    gone: list[str]
    everywhere: list[str]


def changed_files(project: Project, since: str) -> list[str]:
    """The files that differ from where this branch left another, uncommitted ones included.

    Raises:
        GitError: there is no such commit, or no common history.
    """
    base = git(project.root, "merge-base", since, "HEAD")
    listed = git(project.root, "diff", "--name-only", "--no-renames", base)
    fresh = git(project.root, "ls-files", "--others", "--exclude-standard")
    return sorted({*listed.splitlines(), *fresh.splitlines()})


def default_base(project: Project) -> str:
    """The branch that changes go to: origin's, or the local one where there is no origin."""
    for name in ("origin/HEAD", "origin/main", "main"):
        try:
            git(project.root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        except GitError:
            continue
        return name
    return "HEAD"


def changes(repository: Repository, files: Iterable[str]) -> Changes:
    """What changed files mean for the pages."""
    found = Changes([], [], [])
    pages: dict[str, ChangedPage] = {}

    def note(name: str, reason: str) -> None:
        slug = name.removeprefix("docs/").removesuffix(".md")
        title = str(repository.page_by_slug[slug].front_matter.values.get("title", slug))
        reasons = pages.setdefault(slug, ChangedPage(slug, title)).reasons
        if reason not in reasons:
            reasons.append(reason)

    for file in files:
        if file.startswith("docs/") and file.endswith(".md"):
            if file.removeprefix("docs/").removesuffix(".md") in repository.page_by_slug:
                note(file, "its text")
            else:
                found.gone.append(file)
        elif file.startswith("snippets/"):
            for place in appearances(repository, file.removeprefix("snippets/")):
                note(place.page, file)
        elif file.startswith("overrides/") or file == "mkdocs.yml":
            found.everywhere.append(file)
    found.pages.extend(pages[slug] for slug in sorted(pages))
    return found


def as_text(found: Changes) -> str:
    """The changes for a terminal."""
    lines = [f"docs/{page.slug}.md: {', '.join(page.why)}" for page in found.pages]
    lines += [f"{file}: gone" for file in found.gone]
    if found.everywhere:
        lines.append(_everywhere(found.everywhere))
    return "\n".join(lines) or "No page changes."


def as_html(found: Changes, since: str) -> str:
    """The changes as a page to put beside the start page of a preview."""
    items = [
        f'<li><a href="{escape(page.file)}">{escape(page.title)}</a>: '
        f"{', '.join(map(_code, page.why))}</li>"
        for page in found.pages
    ]
    items += [f"<li>{_code(file)}: gone</li>" for file in found.gone]
    parts = [f"<ul>{''.join(items)}</ul>" if items else "<p>No page changes.</p>"]
    if found.everywhere:
        parts.append(f"<p>{escape(_everywhere(found.everywhere))}</p>")
    return _LIST.format(since=_code(since), body="\n    ".join(parts))


def _code(name: str) -> str:
    return f"<code>{escape(name)}</code>" if "/" in name or "." in name else escape(name)


def _everywhere(files: list[str]) -> str:
    count = len(files)
    which = files[0] if count == 1 else f"{files[0]} and {count - 1} more"
    return f"Any page may look different: {which} changed."
