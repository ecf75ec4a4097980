"""A known wrong approach gets its hint, and no other answer does."""

from __future__ import annotations

from typing import Any

import pytest

TESTS = """\
from answer import total


def test_an_order_costs_the_sum_of_its_lines():
    assert total([3, 4]) == 7, "3 and 4 are 7."


def test_an_empty_order_costs_nothing():
    assert total([]) == 0
"""
WRONG_FIRST_LINE = """\
# /// script
# [tool.practice]
# fails = "test_an_order_costs_the_sum_of_its_lines"
# hint = "One line is not the order."
# ///
def total(prices):
    return prices[0] if prices else 0
"""


def failed(report: Any) -> list[str]:
    return [result.name for result in report.results if result.failure]


def hints(grading: Any, answer: str) -> list[str]:
    report = grading.grade(TESTS, answer, {"wrong_first_line": WRONG_FIRST_LINE})
    return [wrong.hint for wrong in report.hints]


def test_a_known_wrong_approach_is_recognised_by_what_it_does(grading: Any) -> None:
    other_words = "def total(lines):\n    for line in lines:\n        return line\n    return 0\n"
    assert hints(grading, other_words) == ["One line is not the order."]


def test_another_bug_in_the_same_test_gets_no_hint(grading: Any) -> None:
    assert hints(grading, "def total(prices):\n    return max(prices, default=0)\n") == []


def test_a_failure_that_is_left_unexplained_takes_the_hint_away(grading: Any) -> None:
    tests = TESTS + "\n\ndef test_one_line_is_the_order():\n    assert total([5]) == 5\n"
    answer = "def total(prices):\n    return (prices or [1])[0]\n"
    assert failed(grading.grade(tests, answer)) == [
        "test_an_order_costs_the_sum_of_its_lines",
        "test_an_empty_order_costs_nothing",
    ]
    assert grading.grade(tests, answer, {"wrong_first_line": WRONG_FIRST_LINE}).hints == []


def test_a_part_that_is_not_written_yet_does_not_take_the_hint_away(grading: Any) -> None:
    tests = (
        TESTS + "\n\ndef test_it_has_a_tax():\n    from answer import tax\n    assert tax(1) == 2\n"
    )
    answer = (
        "def total(prices):\n    return prices[0] if prices else 0\n"
        "def tax(price):\n    raise NotImplementedError\n"
    )
    report = grading.grade(tests, answer, {"wrong_first_line": WRONG_FIRST_LINE})
    assert [wrong.name for wrong in report.hints] == ["wrong_first_line"]


def test_an_answer_that_passes_nothing_is_not_called_wrong(grading: Any) -> None:
    answer = (
        "def total(prices):\n    if prices:\n        return prices[0]\n"
        "    raise NotImplementedError\n"
    )
    assert hints(grading, answer) == []


@pytest.mark.parametrize("header", ["", "# /// script\n# [tool.practice]\n# hint = ' '\n# ///\n"])
def test_a_wrong_approach_without_its_header_is_refused(grading: Any, header: str) -> None:
    with pytest.raises(ValueError, match="no `fails` and `hint`"):
        grading.read_wrong("wrong_x", header)
