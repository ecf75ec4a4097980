"""A problem: one folder under snippets/practice/, and the harness that grades answers to it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from backend_notes.project import Project

SECTION = "practice"


@dataclass(frozen=True)
class Problem:
    """A problem and its files."""

    project: Project
    folder: Path

    @property
    def name(self) -> str:
        """The folder's name, in snake_case."""
        return self.folder.name

    @property
    def tests(self) -> Path:
        """The tests that a reader sees."""
        return self.folder / f"test_{self.name}.py"

    @property
    def solution(self) -> Path:
        """The answer that passes."""
        return self.folder / "solution.py"

    @property
    def starter(self) -> Path:
        """What a reader starts from."""
        return self.folder / "starter.py"

    @property
    def survivors(self) -> Path:
        """The mutants of the solution that no test kills, each with its reason."""
        return self.folder / "survivors.toml"

    @cached_property
    def wrongs(self) -> dict[str, str]:
        """The known wrong approaches, text by name."""
        found = sorted(self.folder.glob("wrong_*.py"))
        return {path.stem: path.read_text("utf-8") for path in found}

    def grade(self, answer: str, *, hints: bool = True) -> Any:
        """The report of the harness on an answer's text, in this process."""
        wrongs = self.wrongs if hints else {}
        return harness(self.project).grade(self.tests.read_text("utf-8"), answer, wrongs)


def find_problems(project: Project) -> Iterator[Problem]:
    """Every problem, sorted by name."""
    for tests in sorted((project.snippets / SECTION).glob("*/test_*.py")):
        if tests.stem == f"test_{tests.parent.name}":
            yield Problem(project, tests.parent)


def harness(project: Project) -> Any:
    """The module `grading` of snippets/practice, which the page loads too.

    It is no part of this package, because it goes to the browser as it is.
    """
    folder = str(project.snippets / SECTION)
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module("grading")
