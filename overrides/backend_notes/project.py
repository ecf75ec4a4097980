"""Where everything lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A checkout of this repository, or a small one that a test made.

    Attributes:
        root: the folder that holds mkdocs.yml.
    """

    root: Path

    @property
    def docs(self) -> Path:
        """What people read."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """What people run."""
        return self.root / "snippets"

    @property
    def config(self) -> Path:
        """The site's configuration, and with it the reading order."""
        return self.root / "mkdocs.yml"

    def relative(self, path: Path) -> str:
        """The path as people write it: from the root, with forward slashes."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )

    def page_of_snippet(self, snippet: Path) -> Path:
        """The page that owns a snippet: snippets/a_b/c_d/x.py belongs to docs/a-b/c-d.md."""
        folder = snippet.parent.relative_to(self.snippets)
        parts = [part.replace("_", "-") for part in folder.parts[:2]]
        return self.docs.joinpath(*parts).with_suffix(".md") if parts else self.docs

    def package_of_snippet(self, snippet: Path) -> Path | None:
        """The Python package directly below snippets/ that a file lies in, if it is in one.

        Its modules are no programs of a page: they have tests of their own, as a package has.
        """
        package = self.snippets / snippet.relative_to(self.snippets).parts[0]
        return package if (package / "__init__.py").is_file() else None

    def snippets_of_page(self, page: Path) -> Path:
        """The folder that holds a page's code."""
        slug = page.relative_to(self.docs).with_suffix("")
        return self.snippets.joinpath(*(part.replace("-", "_") for part in slug.parts))


def find_project(start: Path | None = None) -> Project:
    """The project around a folder (the current one by default).

    Raises:
        FileNotFoundError: no folder above it holds both mkdocs.yml and pyproject.toml.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "pyproject.toml").is_file():
            return Project(folder)
    raise FileNotFoundError(
        f"{start} is not inside a checkout of the notes: no folder above it holds mkdocs.yml"
        " and pyproject.toml. Change into the repository and try again."
    )
