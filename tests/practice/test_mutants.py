"""Mutants: what is changed in a solution, what is left alone, and what the report demands."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from backend_notes.practice.mutants import GOAL, Strength, Survivor, as_toml, read_survivors
from backend_notes.practice.mutation import mutants
from backend_notes.practice.problem import Problem


def becomes(source: str) -> list[str]:
    """What the statements of a function's body become, one change each."""
    text = "def pick(a, b):\n" + "".join(f"    {line}\n" for line in source.splitlines())
    return [mutant.becomes for mutant in mutants(text)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a += 1", ["pass", "a -= 1", "a += 2"]),
        ("a = b and 'x'", ["pass", "a = b or 'x'", "a = b and 'mutated'"]),
        ("return a < b", ["return None", "return a <= b", "return a >= b"]),
        ("return not a", ["return None", "return a"]),
        ("return True", ["return None", "return False"]),
        ("return a.upper()", ["return None", "return a"]),
        ("raise ValueError", ["pass"]),
        ("if a: f(b)", ["if not a:", "pass"]),
        ("if a == b: f(b)", ["if a != b:", "pass"]),
        ("for a in b: break", ["continue"]),
        ("try:\n    f(a)\nfinally:\n    f(b)", ["pass", "pass"]),
    ],
)
def test_a_statement_is_changed_in_one_point_at_a_time(source: str, expected: list[str]) -> None:
    assert becomes(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "'''A docstring with 1 number.'''",
        "import os",
        "return None",
        "global a",
        "def inner(a: Literal[1]) -> Literal[2]: pass",
    ],
)
def test_what_no_test_can_care_about_is_left_alone(source: str) -> None:
    assert becomes(source) == []


def test_wording_types_and_the_demonstration_are_left_alone() -> None:
    source = (
        "Handler = Callable[[int], str]\nT = TypeVar('T')\n"
        "def pick() -> 'Order | None':\n    raise ValueError(f'no order {1}')\n"
        "if __name__ == '__main__':\n    print(1)\n"
    )
    assert [mutant.becomes for mutant in mutants(source)] == ["pass", "pass"]


def test_a_mutant_says_where_it_is() -> None:
    (mutant,) = mutants("class Shelf:\n    def clear(self):\n        self.items.clear(0, 1)\n")[:1]
    assert mutant.key == ("Shelf.clear", "self.items.clear(0, 1)", "pass")
    assert mutant.source == "class Shelf:\n\n    def clear(self):\n        pass"


def report(problem: Problem) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "backend_notes.practice.mutants", problem.name],
        cwd=problem.project.root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_strong_tests_kill_every_mutant(problem: Problem) -> None:
    done = report(problem)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("stock_check: ")
    assert done.stdout.endswith(" killed, 100%\n")


def test_a_survivor_is_reported_as_the_entry_that_explains_it(
    problem: Problem, edit: Callable[[str, str, str], None]
) -> None:
    edit("test_stock_check.py", "assert can_pick(1, 1)", "assert can_pick(2, 1)")
    done = report(problem)
    assert done.returncode == 1
    assert (
        "no test notices that `return 0 < wanted <= stock` became `return 0 < wanted < stock` in"
        " can_pick [practice-mutants]"
    ) in done.stdout
    entry = done.stdout[done.stdout.index("      [[survivor]]") :]
    problem.survivors.write_text(
        entry.replace("equivalent = true\n      reason = ''", "equivalent = true\nreason = 'Why.'"),
        "utf-8",
    )
    assert "no test notices" not in report(problem).stdout


def test_a_listed_survivor_that_is_killed_is_stale(problem: Problem) -> None:
    problem.survivors.write_text(
        "[[survivor]]\nplace = 'can_pick'\nline = 'return 0 < wanted <= stock'\n"
        "becomes = 'return 0 < wanted < stock'\nequivalent = true\nreason = 'None.'\n",
        "utf-8",
    )
    done = report(problem)
    assert done.returncode == 1
    assert (
        "the listed `return 0 < wanted <= stock` → `return 0 < wanted < stock` does not survive"
    ) in done.stdout


def test_a_listed_survivor_needs_its_reason(problem: Problem) -> None:
    survived = mutants("def f(a):\n    a.x = 1\n")[:1]
    strength = Strength(problem, [], survived, [Survivor(survived[0].key, True, " ")])
    assert next(finding.message for finding in strength.findings()) == (
        "the listed `a.x = 1` → `pass` has no reason"
    )


def test_a_mutant_that_never_ends_is_killed(
    problem: Problem, edit: Callable[[str, str, str], None]
) -> None:
    edit("solution.py", "    return 0", "    while False:\n        pass\n    return 0")
    endless = mutants(problem.solution.read_text("utf-8"))[0]
    assert endless.becomes == "while not False:"
    done = report(problem)
    assert done.returncode == 0, done.stdout


def test_a_list_of_survivors_that_cannot_be_used_says_why(problem: Problem) -> None:
    problem.survivors.write_text("[[survivor]]\nplace = 'can_pick'\n", "utf-8")
    with pytest.raises(ValueError, match=r"stock_check/survivors\.toml: KeyError: 'line'"):
        read_survivors(problem)


def test_equivalent_mutants_count_neither_way(problem: Problem) -> None:
    killed = mutants("def f(a):\n    a.x = 1\n")
    survived = mutants("def g(a):\n    a.x = 1\n")
    strength = Strength(problem, killed, survived[:1])
    assert strength.share == 2 / 3 < GOAL
    strength.listed = [Survivor(survived[0].key, True, "Nobody reads it.")]
    assert strength.share == 1
    strength.listed = [Survivor(survived[0].key, False, "Nobody reads it.")]
    assert strength.share == 2 / 3
    assert "place = '''g'''" in as_toml(survived[0])
