"""Every page, every snippet and the site's configuration, read once for all rules."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from backend_notes.content.learning_plan import LearningPlan, read_learning_plan
from backend_notes.content.page import Heading, Page
from backend_notes.content.site_config import SiteConfig, read_site_config
from backend_notes.content.tracks import Tracks, read_tracks
from backend_notes.finding import Finding
from backend_notes.project import Project
from backend_notes.snippets.sections import Section, find_sections

_SKIPPED = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "node_modules"}


@dataclass(frozen=True)
class SnippetFile:
    """A file under snippets/, recorded outputs included.

    Attributes:
        path: the file.
        name: its path as people write it, from the repository's root.
        key: its path below snippets/: how pages import it.
        text: what it holds.
    """

    path: Path
    name: str
    key: str
    text: str

    def finding(self, rule: str, line: int, message: str, fix: str) -> Finding:
        """A finding at a line of this file."""
        return Finding(self.name, line, rule, message, fix)

    @cached_property
    def tree(self) -> ast.Module | SyntaxError | ValueError:
        """What it says as Python; the reason where it does not parse."""
        try:
            return ast.parse(self.text)
        except (SyntaxError, ValueError) as error:
            return error

    @property
    def is_output(self) -> bool:
        """Whether it is the recorded output of a program."""
        return self.path.suffix == ".out"

    @property
    def golden(self) -> str:
        """The key of the file that records its output."""
        return self.key.removesuffix(self.path.suffix) + ".out"

    @property
    def folder(self) -> str:
        """The key of the folder it lies in."""
        return self.key.rpartition("/")[0]

    @cached_property
    def parsed_sections(self) -> tuple[dict[str, Section], list[tuple[int, str]]]:
        """Its named sections, and the mistakes in its markers as (line, message)."""
        return find_sections(self.text)

    @property
    def sections(self) -> dict[str, Section]:
        """Its named sections."""
        return self.parsed_sections[0]


class Repository:
    """What the rules look at.

    Attributes:
        project: where everything lives.
        unreadable: the findings about files that are no UTF-8 text.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.unreadable: list[Finding] = []
        self.pages = [
            Page(path, name, path.relative_to(project.docs).with_suffix("").as_posix(), text)
            for path, name, text in self._read(_files(project.docs, ".md"))
        ]
        self.snippets = {
            snippet.key: snippet
            for snippet in (
                SnippetFile(path, name, path.relative_to(project.snippets).as_posix(), text)
                for path, name, text in self._read(_files(project.snippets))
                # Settings of tools, such as .ruff.toml, lie directly in snippets/.
                if not (path.parent == project.snippets and path.name.startswith("."))
            )
        }

    def _read(self, paths: Iterable[Path]) -> Iterator[tuple[Path, str, str]]:
        """Path, name and text of each file; one that is no text becomes a finding."""
        for path in paths:
            name = self.project.relative(path)
            try:
                yield path, name, path.read_bytes().decode("utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                self.unreadable.append(
                    Finding(
                        name,
                        line,
                        "encoding",
                        f"byte {error.object[error.start]:#04x} is not UTF-8",
                        "save the file as UTF-8",
                    )
                )

    @property
    def guides(self) -> list[Page]:
        """The pages that have a guide's parts."""
        return [page for page in self.pages if page.is_guide]

    @cached_property
    def config(self) -> SiteConfig:
        """The site's configuration: the reading order above all."""
        return read_site_config(self.project)

    @cached_property
    def tracks(self) -> Tracks:
        """The orders in which the notes can be read."""
        return read_tracks(self.project)

    @cached_property
    def learning_plan(self) -> LearningPlan:
        """The plan that the notes follow."""
        return read_learning_plan(self.project)

    @cached_property
    def folders(self) -> dict[str, list[SnippetFile]]:
        """The snippets of each folder, by its key."""
        found: dict[str, list[SnippetFile]] = {}
        for snippet in self.snippets.values():
            found.setdefault(snippet.folder, []).append(snippet)
        return found

    @cached_property
    def file_names(self) -> dict[str, list[SnippetFile]]:
        """The snippets of each file name, wherever they lie."""
        found: dict[str, list[SnippetFile]] = {}
        for snippet in self.snippets.values():
            found.setdefault(snippet.path.name, []).append(snippet)
        return found

    @cached_property
    def page_by_slug(self) -> dict[str, Page]:
        """The pages by their path below docs/, without `.md`."""
        return {page.slug: page for page in self.pages}

    @property
    def glossary(self) -> Page | None:
        """The glossary's page."""
        return self.page_by_slug.get("glossary")

    @cached_property
    def terms(self) -> dict[str, Heading]:
        """The glossary's terms by id; the first where an id stands twice."""
        found: dict[str, Heading] = {}
        for heading in self.glossary.headings if self.glossary else []:
            if heading.level == 3:
                found.setdefault(heading.id, heading)
        return found

    @cached_property
    def examples(self) -> list[Page]:
        """The Markdown that pages show as live examples, each as a part of its page."""
        shown = {
            key: page.slug for page in self.pages for found in page.examples for key in found.keys
        }
        return [
            Page(file.path, file.name, slug, file.text)
            for key, slug in shown.items()
            if key.endswith(".md") and (file := self.snippets.get(key))
        ]

    @cached_property
    def imported(self) -> dict[str, set[str]]:
        """The sections that pages import, by the file's key; "" stands for the whole file."""
        found: dict[str, set[str]] = {}
        for page in (*self.pages, *self.examples):
            for entry in page.imports:
                found.setdefault(entry.path, set()).add(entry.section)
            for key in (key for example in page.examples for key in example.keys):
                found.setdefault(key, set()).add("")
        return found


def nearest(wanted: str, known: Iterable[str]) -> str:
    """What the author may have meant, as ` (did you mean …?)`; empty where nothing is near.

    Of paths, the last parts are compared first: files of one folder are not alike for that.
    """
    by_name: dict[str, list[str]] = {}
    for candidate in known:
        by_name.setdefault(candidate.rpartition("/")[2], []).append(candidate)
    names = difflib.get_close_matches(wanted.rpartition("/")[2], by_name, n=1, cutoff=0.7)
    paths = by_name[names[0]] if names else []
    close = difflib.get_close_matches(wanted, paths, n=1, cutoff=0.7)
    return f" (did you mean `{close[0]}`?)" if close else ""


def _files(folder: Path, suffix: str = "") -> Iterator[Path]:
    """Every file below a folder, sorted; caches and compiled files left out."""
    for path in sorted(folder.rglob(f"*{suffix}")):
        if path.suffix != ".pyc" and not _SKIPPED & set(path.parts) and path.is_file():
            yield path
