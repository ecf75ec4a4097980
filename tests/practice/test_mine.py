"""`uv run pytest snippets/practice/<problem> --mine my_solution.py`, on the reader's machine."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend_notes.practice.problem import Problem
from backend_notes.project import Project


@pytest.fixture
def native(grading: Any) -> Any:
    return importlib.import_module("native")


def pytest_mine(
    project: Project, *options: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", project.snippets / "practice/route_registry", *options],
        cwd=cwd or project.root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_wrong_answer_is_explained(project: Project, tmp_path: Path) -> None:
    wrong = project.snippets / "practice/route_registry/wrong_case_kept.py"
    (tmp_path / "my_solution.py").write_text(wrong.read_text("utf-8"), "utf-8")
    done = pytest_mine(project, "--mine", "my_solution.py", cwd=tmp_path)
    assert done.returncode == 1
    assert "✓ A new registry has no routes\n" in done.stdout
    assert (
        "✗ A method counts the same in lower case\n"
        '    line 34: assert routes == [("GET", "/orders")]\n'
        "    got:        [('get', '/orders'), ('Get', '/orders')]\n"
        "    expected:   [('GET', '/orders')]\n"
    ) in done.stdout
    assert "Hint: Your registry keeps the method as it was written" in done.stdout
    assert "7 of 8 tests pass." in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_without_an_answer_the_problems_own_solution_is_graded(project: Project) -> None:
    done = pytest_mine(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "8 of 8 tests pass." in done.stdout


def test_a_file_that_is_not_there_is_named(project: Project) -> None:
    done = pytest_mine(project, "--mine", "absent.py")
    assert done.returncode == 4
    assert "--mine absent.py: there is no such file" in done.stderr


ENDLESS = "def can_pick(stock, wanted):\n    while wanted != 1: pass\n    return True\n"


def test_an_answer_that_never_ends_is_stopped(
    problem: Problem, native: Any, tmp_path: Path
) -> None:
    answer = tmp_path / "endless.py"
    answer.write_text(ENDLESS, "utf-8")
    report = native.grade_files(problem.folder, answer, seconds=3)
    assert report.problem == (
        "Your code did not end within 3 seconds in the test “More than there is cannot be picked”,"
        " and was stopped. Look for a loop whose condition stays true."
    )
    assert [result.words for result in report.results] == ["The last piece can be picked"]


def test_an_answer_that_ends_the_process_is_told_so(
    problem: Problem, native: Any, tmp_path: Path
) -> None:
    answer = tmp_path / "leaving.py"
    answer.write_text("import os\nos._exit(0)\n", "utf-8")
    report = native.grade_files(problem.folder, answer)
    assert report.problem == "Your code ended the whole process, as `os._exit` does."


def test_broken_tests_are_no_fault_of_the_answer(
    problem: Problem, native: Any, tmp_path: Path
) -> None:
    problem.tests.write_text("def test_(:\n", "utf-8")
    with pytest.raises(RuntimeError, match="SyntaxError"):
        native.grade_files(problem.folder, problem.solution)


def test_an_answer_that_is_no_text_is_told_so(
    problem: Problem, native: Any, tmp_path: Path
) -> None:
    answer = tmp_path / "picture.py"
    answer.write_bytes(b"\xff\xfe\x00")
    report = native.grade_files(problem.folder, answer)
    assert report.problem == "Your file is no UTF-8 text."
