"""What a run shows about a problem: every way in which its files can fail each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend_notes.practice.problem import Problem
from backend_notes.practice.rules import check_problem

STARTER, SOLUTION, WRONG = "starter.py", "solution.py", "wrong_last_piece_kept.py"


def test_a_problem_as_it_should_be(problem: Problem) -> None:
    assert check_problem(problem) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        pytest.param(
            SOLUTION,
            "0 < wanted",
            "0 <= wanted",
            SOLUTION,
            "the solution does not pass: test_nothing_cannot_be_picked: got True",
            id="the solution fails a test",
        ),
        pytest.param(
            STARTER,
            "raise NotImplementedError",
            "return 0 < wanted <= stock",
            STARTER,
            "the starter passes every test",
            id="the starter solves the problem",
        ),
        pytest.param(
            STARTER,
            "def can_pick",
            "def pick",
            STARTER,
            "no test can run on the starter: Your code does not define `can_pick`, which the tests"
            " import. It defines `pick`: is that the one?",
            id="the starter lacks a name",
        ),
        pytest.param(
            STARTER,
            "raise NotImplementedError",
            "return 0 < wanted < stock",
            STARTER,
            "the starter is taken for wrong_last_piece_kept",
            id="the starter is accused",
        ),
        pytest.param(
            WRONG,
            "0 < wanted < stock",
            "0 < wanted <= stock",
            WRONG,
            "it fails no test, and is meant to fail test_the_last_piece_can_be_picked",
            id="a wrong approach is right",
        ),
        pytest.param(
            WRONG,
            "0 < wanted < stock",
            "wanted < stock",
            WRONG,
            "it fails test_the_last_piece_can_be_picked, test_nothing_cannot_be_picked, and is"
            " meant to fail test_the_last_piece_can_be_picked",
            id="a wrong approach fails two tests",
        ),
        pytest.param(
            WRONG,
            "return 0 < wanted < stock",
            "return (",
            WRONG,
            "it cannot be graded: Line 7 does not parse: '(' was never closed.",
            id="a wrong approach does not parse",
        ),
    ],
)
def test_a_file_that_fails_the_others(
    problem: Problem,
    edit: Callable[[str, str, str], None],
    file: str,
    old: str,
    new: str,
    place: str,
    message: str,
) -> None:
    edit(file, old, new)
    findings = check_problem(problem)
    assert [finding.message for finding in findings] == [message]
    assert findings[0].path == f"snippets/practice/stock_check/{place}"


def test_two_wrong_approaches_that_nothing_tells_apart(problem: Problem) -> None:
    twin = (problem.folder / WRONG).read_text("utf-8").replace("Equal", "Also equal")
    (problem.folder / "wrong_twin.py").write_text(twin, "utf-8")
    assert [finding.message for finding in check_problem(problem)] == [
        "its hint is not the only one that it gets: it is taken for wrong_twin",
        "its hint is not the only one that it gets: it is taken for wrong_last_piece_kept",
    ]
