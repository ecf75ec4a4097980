"""Every problem of the site: its files prove each other, and its tests are strong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend_notes.finding import as_text
from backend_notes.practice.problem import Problem, find_problems
from backend_notes.practice.rules import check_problem
from backend_notes.project import Project, find_project

PROBLEMS = list(find_problems(find_project(Path(__file__).parent)))
each_problem = pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)


@each_problem
def test_starter_fails_solution_passes_and_each_wrong_approach_is_recognised(
    problem: Problem,
) -> None:
    findings = check_problem(problem)
    assert not findings, "\n" + as_text(findings)


@each_problem
def test_the_tests_kill_the_mutants_of_the_solution(problem: Problem) -> None:
    # In a process of its own: it forks, and a worker of pytest has threads.
    done = subprocess.run(
        [sys.executable, "-m", "backend_notes.practice.mutants", problem.name],
        cwd=problem.project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_starters_solutions_wrong_approaches_and_the_harness_are_typed(project: Project) -> None:
    files = [
        project.relative(path)
        for path in (project.snippets / "practice").rglob("*.py")
        if not path.name.startswith("test_")
    ]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary"),
            *("--config-file", os.devnull, "--explicit-package-bases", *files),
        ],
        cwd=project.root,
        env={**os.environ, "MYPYPATH": "snippets:snippets/practice"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
