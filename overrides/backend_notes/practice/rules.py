"""What has to be true of a problem when it is run. What can be read off is in content/rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backend_notes.finding import Finding
from backend_notes.practice.problem import Problem, harness


def check_problem(problem: Problem) -> list[Finding]:
    """Grade starter, solution and every known wrong approach of a problem."""
    return [*solution_passes(problem), *starter_fails(problem), *wrongs_fail(problem)]


def solution_passes(problem: Problem) -> Iterator[Finding]:
    """The solution passes every test."""
    report = problem.grade(problem.solution.read_text("utf-8"))
    for what in _failures(report):
        yield _finding(
            problem,
            problem.solution,
            "practice-solution",
            f"the solution does not pass: {what}",
            "correct the solution or the test",
        )


def starter_fails(problem: Problem) -> Iterator[Finding]:
    """The starter can be imported, and fails at least one test; no hint accuses it."""
    report = problem.grade(problem.starter.read_text("utf-8"))
    if report.problem:
        message = f"no test can run on the starter: {report.problem}"
        fix = "define there every name that the tests import"
    elif report.passed:
        message, fix = "the starter passes every test", "leave the work to the reader"
    elif report.hints:
        message = f"the starter is taken for {report.hints[0].name}"
        fix = "let its bodies raise NotImplementedError"
    else:
        return
    yield _finding(problem, problem.starter, "practice-starter", message, fix)


def wrongs_fail(problem: Problem) -> Iterator[Finding]:
    """A wrong approach fails the test that it names and no other, and is told from the rest."""
    grading = harness(problem.project)
    for name, source in problem.wrongs.items():
        try:
            test = grading.read_wrong(name, source).test
        except ValueError:
            continue  # the content rules say it with its line
        report = problem.grade(source)
        failed = [result.name for result in report.results if result.failure]
        hinted = [wrong.name for wrong in report.hints]
        if report.problem:
            message = f"it cannot be graded: {report.problem}"
            fix = "make it an answer that runs and is wrong in one point"
        elif failed != [test]:
            message = f"it fails {', '.join(failed) or 'no test'}, and is meant to fail {test}"
            fix = "make it wrong in one point, or the tests speak of one point each"
        elif hinted != [name]:
            others = ", ".join(other for other in hinted if other != name) or "nothing"
            message = f"its hint is not the only one that it gets: it is taken for {others}"
            fix = "give the test an input on which the two behave differently"
        else:
            continue
        yield _finding(problem, problem.folder / f"{name}.py", "practice-wrong", message, fix)


def _failures(report: Any) -> Iterator[str]:
    if report.problem:
        yield report.problem
    for result in report.results:
        if failure := result.failure:
            shown = " ".join(f"{label} {value}" for label, value in failure.values)
            yield f"{result.name}: {shown or failure.raised or failure.message}"


def _finding(problem: Problem, path: Any, rule: str, message: str, fix: str) -> Finding:
    return Finding(problem.project.relative(path), 1, rule, message, fix)
