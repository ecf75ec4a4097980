"""In the page every solution passes, and every known wrong answer gets its own hint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from backend_notes.practice.problem import Problem, find_problems, harness
from backend_notes.project import find_project

PROJECT = find_project(Path(__file__).resolve().parent)
PROBLEMS = list(find_problems(PROJECT))

_CHECK = """async ([problem, answers]) => {
    const { check } = await import(document.baseURI + "assets/javascripts/runner.mjs");
    const reports = {};
    for (const [name, source] of Object.entries(answers))
        reports[name] = (await check(problem, source)).report;
    return reports;
}"""
_BASE = "href => document.head.append(Object.assign(document.createElement('base'), { href }))"


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """One page, whose worker grades all answers."""
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{address}404.html")
    opened.evaluate(_BASE, address)
    yield opened
    context.close()


def failed(report: dict[str, Any]) -> list[str]:
    """The names of the tests that failed."""
    return [result["name"] for result in report["results"] if result["failure"]]


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_answers_are_graded_in_the_page_as_natively(page: Page, problem: Problem) -> None:
    solution, starter = (file.read_text("utf-8") for file in (problem.solution, problem.starter))
    answers = {"solution": solution, "starter": starter, **problem.wrongs}

    reports = page.evaluate(_CHECK, [problem.name, answers])

    assert reports["solution"]["problem"] == ""
    assert reports["solution"]["passed"], failed(reports["solution"])
    assert reports["starter"]["problem"] == ""
    assert failed(reports["starter"])
    assert reports["starter"]["hints"] == []
    for name, source in problem.wrongs.items():
        wrong = harness(PROJECT).read_wrong(name, source)
        assert failed(reports[name]) == [wrong.test], name
        assert [hint["hint"] for hint in reports[name]["hints"]] == [wrong.hint], name


def test_there_are_eleven_problems() -> None:
    assert len(PROBLEMS) == 11
