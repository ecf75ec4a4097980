"""A snippet: one file under snippets/ that a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from backend_notes.project import Project
from backend_notes.snippets.header import Header, read_header
from backend_notes.snippets.imports import imports_of
from backend_notes.snippets.sections import Section, find_sections

_NOT_SNIPPETS = {"__pycache__", ".mypy_cache", ".ruff_cache", "node_modules", ".ruff.toml"}


@dataclass(frozen=True)
class Snippet:
    """A file under snippets/ and what can be read off it."""

    project: Project
    path: Path

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def header(self) -> Header:
        """What it asks for.

        Raises:
            HeaderError: the header cannot be used.
        """
        return read_header(self.text)

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Its named sections (mistakes are the content rules' business)."""
        return find_sections(self.text)[0]

    @cached_property
    def imports(self) -> tuple[set[str], str]:
        """What a program imports, and its text with that of the files beside it.

        Raises:
            UnicodeDecodeError: one of them is no UTF-8 text.
        """
        return imports_of(self.path)

    @property
    def name(self) -> str:
        """The path as people write it, from the root."""
        return self.project.relative(self.path)

    @property
    def golden(self) -> Path:
        """Where the output of a program is recorded when it is shown as a block of its own."""
        return self.path.with_suffix(".out")


def find_snippets(project: Project, under: Path | None = None) -> Iterator[Snippet]:
    """Every snippet below a folder (or the one file given), sorted.

    Golden outputs are left out, and the modules of a package, which are tested and not run.
    """
    start = under or project.snippets
    paths = [start] if start.is_file() else sorted(start.rglob("*"))
    for path in paths:
        if (
            path.is_file()
            and path.suffix not in (".out", ".pyc")
            and not (_NOT_SNIPPETS & set(path.parts))
            and not (path.suffix == ".py" and project.package_of_snippet(path))
        ):
            yield Snippet(project, path)
