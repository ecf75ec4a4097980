"""A learner's working copy, and the patches that solve its Builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command import run

from backend_notes.project import Project

COPIED = ("snippets/picking_engine", "tests/picking_engine")
FILES = ("pyproject.toml", "mkdocs.yml")


@pytest.fixture
def copy(project: Project, tmp_path: Path) -> Project:
    """The service and its tests as they stand, without any history."""
    hidden = shutil.ignore_patterns("__pycache__", ".*_cache")
    for folder in COPIED:
        shutil.copytree(project.root / folder, tmp_path / folder, ignore=hidden)
    for file in FILES:
        shutil.copy(project.root / file, tmp_path / file)
    for helper in (project.root / "tests").glob("*.py"):
        shutil.copy(helper, tmp_path / "tests")
    return Project(tmp_path)


@pytest.fixture
def branch(copy: Project) -> Project:
    """The same as a repository whose last commit is main's."""
    (copy.root / ".gitignore").write_text("__pycache__/\n.*_cache/\n.cache/\n")
    run(copy.root, "git", "init", "--quiet", "--initial-branch=main")
    run(copy.root, "git", "add", "--all")
    author = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    run(copy.root, "git", *author, "commit", "--quiet", "--message=as it stands")
    return copy


@pytest.fixture
def apply(copy: Project) -> Callable[[str], None]:
    """Apply one of the patches under exercises/ to the copy."""

    def apply(name: str) -> None:
        patch = copy.snippets / f"picking_engine/exercises/{name}.patch"
        said = run(copy.root, "git", "apply", "--verbose", str(patch))
        assert "Skipped" not in said, said

    return apply


@pytest.fixture
def edit(copy: Project) -> Callable[[str, str, str], str]:
    """Put a text in the place of another, which stands once in a file of the service.

    Gives the file's new text.
    """

    def edit(file: str, old: str, new: str) -> str:
        path = copy.snippets / "picking_engine" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{file}: {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text.replace(old, new)

    return edit
