"""Which files are snippets."""

from __future__ import annotations

from collections.abc import Callable

from backend_notes.project import Project
from backend_notes.snippets.source import find_snippets


def test_the_modules_of_a_package_are_no_programs(
    scratch: Project, write: Callable[..., object]
) -> None:
    names = (
        *("service/__init__.py", "service/app.py", "service/compose.yaml"),
        *("part/page/program.py", "part/page/lib/__init__.py"),
    )
    for name in names:
        write(name, "")
    assert [snippet.name for snippet in find_snippets(scratch)] == [
        "snippets/part/page/lib/__init__.py",
        "snippets/part/page/program.py",
        "snippets/service/compose.yaml",
    ]
