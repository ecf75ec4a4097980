"""The small project that breaks no content rule, and the command run in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from backend_notes.cli import main
from backend_notes.project import Project

GOOD = Path(__file__).parents[1] / "content" / "good_project"


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = shutil.copytree(GOOD, tmp_path / "project")
    (root / "pyproject.toml").touch()
    monkeypatch.chdir(root)
    return Project(root)


@pytest.fixture
def new(good: Project) -> Callable[..., Result]:
    """Run `notes new …` in the good project."""
    return lambda *words: CliRunner().invoke(main, ["new", *words])
