"""A small project that breaks no rule, copied for each test that breaks one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from backend_notes.project import Project

# Its problem's tests are run by the harness of practice, never by pytest.
collect_ignore = ["good_project"]


@pytest.fixture
def good(tmp_path: Path) -> Project:
    """A copy of the project that breaks no rule."""
    root = shutil.copytree(Path(__file__).parent / "good_project", tmp_path / "project")
    return Project(root)
