"""No section of the site can be renamed without a finding at every import of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from backend_notes.content.check import check_project
from backend_notes.project import Project

IMPORT = re.compile(r'--8<-- "(?P<file>[^":]+):(?P<section>[a-z][-_0-9a-z]*)"')
MARKER = r"(--8<-- \[{kind}:)([a-z][-_0-9a-z]*)\]"


@pytest.fixture
def copy(project: Project, tmp_path: Path) -> Project:
    """The pages and snippets of this repository, to be damaged."""
    for name in ("docs", "snippets"):
        shutil.copytree(project.root / name, tmp_path / name)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(project.root / name, tmp_path)
    return Project(tmp_path)


def rename(project: Project, kind: str) -> None:
    """Change one character of every section's name in the markers of a kind."""
    for path in project.snippets.rglob("*"):
        if path.is_file() and b"--8<--" in path.read_bytes():
            text = path.read_text("utf-8")
            path.write_text(re.sub(MARKER.format(kind=kind), r"\1z\2]", text), "utf-8")


def imports(project: Project) -> set[tuple[str, int]]:
    """Page and line of every import of a section, and those of live examples."""
    return {
        (project.relative(page), number)
        for page in (*project.docs.rglob("*.md"), *project.snippets.rglob("*.md"))
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1)
        if IMPORT.search(line)
    }


def test_a_renamed_section_is_found_at_every_import(copy: Project) -> None:
    rename(copy, "(?:start|end)")
    found = {(f.path, f.line) for f in check_project(copy) if f.rule == "missing-section"}
    assert imports(copy) == found
    assert len(found) > 100


@pytest.mark.parametrize("kind", ["start", "end"])
def test_one_renamed_marker_is_found_in_its_file(copy: Project, kind: str) -> None:
    marked = {
        copy.relative(path)
        for path in copy.snippets.rglob("*")
        # A patch carries along the markers of the file that it changes.
        if path.is_file() and path.suffix != ".patch" and b"--8<-- [start:" in path.read_bytes()
    }
    rename(copy, kind)
    found = {f.path for f in check_project(copy) if f.rule == "section-markers"}
    assert found == marked
