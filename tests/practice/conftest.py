"""A project with one small problem, and the harness that the real ones have."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend_notes.practice.problem import Problem, harness
from backend_notes.project import Project

_GOOD = Path(__file__).parents[1] / "content" / "good_project"


@pytest.fixture(scope="session")
def grading(project: Project) -> Any:
    """The module that grades."""
    return harness(project)


@pytest.fixture
def problem(project: Project, scratch: Project, grading: Any) -> Problem:
    """A copy of a problem that is as it should be: may `wanted` of `stock` pieces be picked?"""
    practice = scratch.snippets / "practice"
    shutil.copytree(_GOOD / "snippets" / "practice", practice)
    for path in (project.snippets / "practice").glob("*.py"):
        shutil.copy(path, practice)
    return Problem(scratch, practice / "stock_check")


@pytest.fixture
def edit(problem: Problem) -> Callable[[str, str, str], None]:
    """Replace a text that stands once in a file of the problem."""

    def replace(file: str, old: str, new: str) -> None:
        path = problem.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    return replace
