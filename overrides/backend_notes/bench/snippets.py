"""How long the snippets of some pages take, and whether the time grows with their number."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass

from backend_notes.project import Project
from backend_notes.snippets.source import find_snippets

_TESTS = "tests/snippets/test_every_snippet.py"


@dataclass(frozen=True)
class SnippetTime:
    """Wall time in seconds of the suite's snippet tests, on all cores, for `count` snippets."""

    count: int
    seconds: float


def time_snippets(project: Project, pages: Iterable[str]) -> list[SnippetTime]:
    """Time a quarter, a half and all of the snippets of some pages, spread evenly over them.

    Args:
        project: the checkout.
        pages: such as `core-concepts/decorators/`.
    """
    folders = tuple(f"snippets/{page.replace('-', '_')}" for page in pages)
    names = [s.name for s in find_snippets(project) if s.name.startswith(folders)]
    return [_time(project, names[::step]) for step in (4, 2, 1)]


def _time(project: Project, names: list[str]) -> SnippetTime:
    started = time.perf_counter()
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "--no-header"),
            *(f"{_TESTS}::test_snippet[{name}]" for name in names),
        ],
        cwd=project.root,
        check=True,
        capture_output=True,
    )
    return SnippetTime(len(names), time.perf_counter() - started)
