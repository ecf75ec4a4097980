"""Where snippets appear: the pages that a change of a program changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from backend_notes.content.repository import Repository


@dataclass(frozen=True, order=True)
class Appearance:
    """A place where a page shows a snippet.

    Attributes:
        page: the page, from the repository's root.
        line: where it shows the snippet; 0 where it owns its folder and does not show it.
        section: the part that it shows; empty where that is the whole file.
    """

    page: str
    line: int
    section: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.page} (not shown: it belongs to the page's programs)"
        return f"{self.page}:{self.line}" + (f" (section `{self.section}`)" if self.section else "")


def appearances(repository: Repository, key: str) -> list[Appearance]:
    """Where a snippet appears, in the order of pages and lines.

    Args:
        repository: every page and snippet.
        key: the file, below snippets/. It need not exist any more.
    """
    found = [
        Appearance(page.name, entry.line, entry.section)
        for page in repository.pages
        for entry in page.imports
        if entry.path == key
    ]
    found += [
        Appearance(page.name, example.line, "")
        for page in repository.pages
        for example in page.examples
        if key in example.keys
    ]
    if not found:
        owner = repository.project.page_of_snippet(repository.project.snippets / key)
        slug = owner.relative_to(repository.project.docs).with_suffix("").as_posix()
        if page := repository.page_by_slug.get(slug):
            found = [Appearance(page.name, 0, "")]
    return sorted(found)


def snippet_keys(repository: Repository, path: Path) -> list[str]:
    """The snippets at a path, which may be a file or a folder.

    Raises:
        FileNotFoundError: it is no file or folder of snippets/.
    """
    snippets = repository.project.snippets
    place = path.resolve()
    if not place.is_relative_to(snippets) or not place.exists():
        raise FileNotFoundError(f"{path} is no file or folder of snippets/: check the spelling.")
    if place.is_dir():
        prefix = "" if place == snippets else f"{place.relative_to(snippets).as_posix()}/"
        return [key for key in repository.snippets if key.startswith(prefix)]
    return [place.relative_to(snippets).as_posix()]
