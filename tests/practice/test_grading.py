"""What a reader reads about an answer: failures in plain sight, mistakes in a sentence."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import pytest

TESTS = """\
from answer import total


def test_an_order_costs_the_sum_of_its_lines():
    assert total([3, 4]) == 7, "3 and 4 are 7."


def test_an_empty_order_costs_nothing():
    assert total([]) == 0
"""
RIGHT = "def total(prices):\n    return sum(prices)\n"


def failed(report: Any) -> list[str]:
    return [result.name for result in report.results if result.failure]


def only_failure(grading: Any, test: str, answer: str = "", helpers: str = "") -> Any:
    """The failure of a test with this body."""
    names = "answer_names = None\n" if not answer else ""
    body = "".join(f"    {line}\n" for line in test.splitlines())
    text = f"{helpers}\nimport answer\ndef test_it():\n{body}"
    return grading.grade(text, answer or names).results[0].failure


def test_a_right_answer_passes(grading: Any) -> None:
    report = grading.grade(TESTS, RIGHT)
    assert report.passed
    assert [result.words for result in report.results] == [
        "An order costs the sum of its lines",
        "An empty order costs nothing",
    ]


def test_a_failed_comparison_shows_both_sides_and_the_message(grading: Any) -> None:
    failure = (
        grading.grade(TESTS, "def total(prices):\n    return len(prices)\n").results[0].failure
    )
    assert failure.source == "assert total([3, 4]) == 7"
    assert failure.line == 5
    assert failure.values == [("got", "2"), ("expected", "7")]
    assert failure.message == "3 and 4 are 7."


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("assert 1 < 0", [("left", "1"), ("right", "0")]),
        ("assert 1 <= 3 <= 2", [("left", "1"), ("right", "3"), ("right", "2")]),
        ("assert 5 in [1]", [("left", "5"), ("right", "[1]")]),
        ("assert not [1]", [("got", "[1]")]),
        ("assert {}", [("got", "{}")]),
        ("assert isinstance(1, str)", [("got", "1"), ("expected a", "<class 'str'>")]),
        ("assert None is not None", [("left", "None"), ("right", "None")]),
        ("assert 'x' * 999 == ''", [("got", "'" + "x" * 398 + "…"), ("expected", "''")]),
    ],
)
def test_every_kind_of_assert_shows_its_values(
    grading: Any, statement: str, values: list[tuple[str, str]]
) -> None:
    assert only_failure(grading, statement).values == values


@pytest.mark.parametrize(
    "statement",
    ["assert 1 <= 2 < 3", "assert not 0", "assert 1 != 2", "assert 'a' not in 'b'", "assert [0]"],
)
def test_every_kind_of_assert_can_hold(grading: Any, statement: str) -> None:
    assert only_failure(grading, statement) is None


def test_an_assert_of_several_lines_is_shown_as_it_is_written(grading: Any) -> None:
    failure = only_failure(grading, "assert [1] == [\n    2,\n], (\n    'why'\n)")
    assert failure.source == "assert [1] == [\n    2,\n]"
    assert failure.message == "why"


def test_both_sides_of_an_assert_are_evaluated_once(grading: Any) -> None:
    helpers = "seen = []\ndef take():\n    seen.append(1)\n    return len(seen)\n"
    assert only_failure(grading, "assert take() == 2", helpers=helpers).values[0] == ("got", "1")


def test_a_value_whose_repr_fails_does_not_hide_the_failure(grading: Any) -> None:
    helpers = "class Odd:\n    def __repr__(self):\n        raise RuntimeError\n"
    failure = only_failure(grading, "assert Odd() == 1", helpers=helpers)
    assert failure.values[0] == ("got", "<a Odd whose repr raises RuntimeError>")


def test_an_exception_of_the_answer_shows_the_answers_own_lines(grading: Any) -> None:
    answer = (
        "def total(prices):\n    return add(prices)\n\ndef add(prices):\n    return prices['sum']\n"
    )
    failure = grading.grade(TESTS, answer).results[0].failure
    assert failure.raised.startswith("TypeError: list indices must be integers")
    assert failure.trace == [
        "line 2, in total: return add(prices)",
        "line 5, in add: return prices['sum']",
    ]
    assert failure.line == 5


def test_an_assert_of_the_answer_is_an_exception_of_the_answer(grading: Any) -> None:
    answer = "def total(prices):\n    assert prices is None, 'why'\n"
    failure = grading.grade(TESTS, answer).results[0].failure
    assert failure.raised == "AssertionError: why"
    assert failure.trace == ["line 2, in total: assert prices is None, 'why'"]


def test_an_exception_in_a_task_is_shown_with_the_line_of_the_test(grading: Any) -> None:
    tests = (
        "import asyncio\nfrom answer import total\n\n\ndef test_it_adds():\n"
        "    async def scene():\n        async with asyncio.TaskGroup() as group:\n"
        "            group.create_task(total([3]))\n\n    asyncio.run(scene())\n"
    )
    answer = "async def total(prices):\n    return prices['sum']\n"
    failure = grading.grade(tests, answer).results[0].failure
    assert failure.raised.startswith("TypeError: list indices")
    assert failure.trace == ["line 2, in total: return prices['sum']"]
    assert failure.line == 7


def test_a_test_may_be_a_coroutine_function(grading: Any) -> None:
    tests = (
        "import asyncio\nfrom answer import wait\n\n\nasync def test_an_hour_passes():\n"
        "    await wait(3600)\n    assert asyncio.get_running_loop().time() == 1\n"
    )
    answer = "import asyncio\nasync def wait(seconds):\n    await asyncio.sleep(seconds)\n"
    (result,) = grading.grade(tests, answer).results
    assert result.failure.values == [("got", "3600.0"), ("expected", "1")]
    assert result.failure.line == 7


def test_a_deadlock_shows_where_the_answer_waits(grading: Any) -> None:
    tests = "import asyncio\nfrom answer import wait\ndef test_it():\n    asyncio.run(wait())\n"
    answer = "import asyncio\nasync def wait():\n    await asyncio.Event().wait()\n"
    failure = grading.grade(tests, answer).results[0].failure
    assert failure.message == (
        "Nothing can go on: every task waits, and nothing is left that could wake one."
    )
    assert failure.trace == ["line 3, in wait: await asyncio.Event().wait()"]


def test_a_stated_failure_shows_its_sentence(grading: Any) -> None:
    failure = only_failure(grading, "raise AssertionError('It must raise.')")
    assert (failure.message, failure.raised, failure.trace) == ("It must raise.", "", [])


def test_what_the_answer_prints_is_shown_with_the_test(
    grading: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = (
        "import sys\ndef total(prices):\n    print(prices)\n    print('err', file=sys.stderr)\n"
        "    return sum(prices)\n"
    )
    report = grading.grade(TESTS, answer)
    assert [result.printed for result in report.results] == ["[3, 4]\nerr\n", "[]\nerr\n"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("def total(prices:\n", "Line 1 does not parse: '(' was never closed."),
        (
            "total = 1\x00",
            "Your code does not parse: source code string cannot contain null bytes.",
        ),
        (
            "def totals(prices): ...\n",
            "Your code does not define `total`, which the tests import. It defines `totals`: is"
            " that the one?",
        ),
        ("x = 1\n", "Your code does not define `total`, which the tests import."),
        (
            "import no_such_package\n",
            "Your code imports `no_such_package`, which is not here (line 1: import"
            " no_such_package). Every problem can be solved with the standard library.",
        ),
        (
            "\n1 / 0\n",
            "Your code raised ZeroDivisionError: division by zero when it was imported (line 2:"
            " 1 / 0).",
        ),
        (
            "exit()",
            "Your code raised SystemExit when it was imported (line 1: exit()).",
        ),
        (
            "while True:\n    print('x')\n",
            "Your code printed more than 20,000 characters and was stopped. Look for a loop that"
            " never ends.",
        ),
    ],
)
def test_an_answer_that_no_test_can_use_gets_a_sentence(
    grading: Any, answer: str, sentence: str
) -> None:
    report = grading.grade(TESTS, answer)
    assert report.problem == sentence
    assert not report.passed
    assert not report.results


def test_printing_without_end_in_a_test_is_stopped(grading: Any) -> None:
    answer = (
        "def total(prices):\n    while True:\n        try:\n            print('x')\n"
        "        except Exception:\n            pass\n"
    )
    failure = grading.grade(TESTS, answer).results[0].failure
    assert failure.message.startswith("Your code printed more than 20,000 characters")


def test_recursion_without_end_is_an_exception_with_few_lines(grading: Any) -> None:
    answer = "def total(prices):\n    return total(prices)\n"
    failure = grading.grade(TESTS, answer).results[0].failure
    assert failure.raised.startswith("RecursionError")
    assert len(failure.trace) == 5


def test_an_answer_cannot_replace_a_test(grading: Any) -> None:
    answer = "def total(prices):\n    return 1\n\ndef test_an_empty_order_costs_nothing(): ...\n"
    report = grading.grade(TESTS, answer)
    assert "test_an_empty_order_costs_nothing" in failed(report)
    assert report.notes == [
        "Your code defines `test_an_empty_order_costs_nothing`, as the tests do. The problem's own"
        " test was run."
    ]


def test_every_test_gets_a_fresh_answer(grading: Any) -> None:
    answer = "seen = []\ndef total(prices):\n    seen.extend(prices)\n    return sum(seen)\n"
    assert grading.grade(TESTS, answer).passed


def test_the_answer_finds_itself_while_it_is_graded_and_not_after(grading: Any) -> None:
    answer = (
        "import sys\ndef total(prices):\n    return sys.modules[__name__].add(prices)\nadd = sum\n"
    )
    assert grading.grade(TESTS, answer).passed
    assert "answer" not in sys.modules
    assert asyncio.run.__module__ == "asyncio.runners"


def test_a_watcher_hears_what_runs_and_how_it_ended(grading: Any) -> None:
    heard: list[str] = []
    grading.grade(TESTS, RIGHT, begin=heard.append, done=lambda result: heard.append(result.words))
    assert heard == [
        "",
        "test_an_order_costs_the_sum_of_its_lines",
        "An order costs the sum of its lines",
        "test_an_empty_order_costs_nothing",
        "An empty order costs nothing",
    ]
    assert grading.never_ended("test_it_ends", 5) == (
        "Your code did not end within 5 seconds in the test “It ends”, and was stopped. Look for a"
        " loop whose condition stays true."
    )


def test_the_report_goes_through_json(grading: Any) -> None:
    import json

    report = grading.grade(TESTS, "def total(prices):\n    return prices[0]\n")
    data = json.loads(json.dumps(report.as_dict()))
    assert data["passed"] is False
    assert data["results"][1]["failure"]["raised"] == "IndexError: list index out of range"
