"""What a browser keeps of a reader's answers, whatever the state of its storage."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect
from test_quiz import GUIDE, KEY, open_quiz, option, stored
from visit import Visit

from backend_notes.site.node import NODE

BLOCKED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); }
})"""
FULL = """Storage.prototype.setItem = () => {
    throw new DOMException("no room", "QuotaExceededError");
}"""


def test_the_format() -> None:
    file = Path(__file__).with_name("test_progress_format.mjs")
    done = subprocess.run([*NODE, "--test", str(file)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def keep(reader: Visit, text: str) -> None:
    """Put a value where progress is kept, and load the page again."""
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    reader.page.reload()


def test_an_answer_survives_a_reload_and_another_version_s_path(
    visit: Callable[..., Visit],
) -> None:
    reader = visit(GUIDE)
    option(open_quiz(reader), False).locator("label").click()
    reader.page.reload()
    expect(open_quiz(reader).get_by_role("status")).to_have_text("Answered before, not right.")

    def without_version(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace("/2.0/", "/")))

    reader.page.context.route("**/2.0/**", without_version)
    reader.go(f"2.0/{GUIDE}")
    expect(open_quiz(reader).get_by_role("status")).to_have_text("Answered before, not right.")
    reader.page.wait_for_load_state("networkidle")
    reader.page.context.unroute_all(behavior="wait")


def test_answers_follow_their_question_when_the_page_is_reordered(
    visit: Callable[..., Visit],
) -> None:
    reader = visit(GUIDE)
    quiz = open_quiz(reader)
    name = (quiz.get_attribute("id") or "").removeprefix("quiz-")
    option(quiz, True).locator("label").click()
    reader.page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
            const [first, second] = document.querySelectorAll(".quiz[id]");
            first.before(second);
            first.querySelector(".admonition-title").append(" Edited.");
        })"""
    )
    reader.page.reload()

    expect(open_quiz(reader).get_by_role("status")).to_have_text("")
    expect(open_quiz(reader, name).get_by_role("status")).to_have_text("Answered right before.")


def test_two_tabs_keep_each_other_s_answers(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    open_quiz(reader)
    other = Visit(reader.page.context.new_page(), reader.page.url.removesuffix(GUIDE), "").go(GUIDE)
    open_quiz(other)
    for tab, number in ((reader, 0), (other, 1), (reader, 2)):
        quiz = tab.page.locator(".quiz[id]").nth(number)
        option(quiz, True).locator("label").click()

    for tab in (reader, other):
        expect(tab.page.locator(".quiz-score")).to_contain_text("3 / 5 answered correctly")
    assert len(stored(reader)["quizzes"]) == 3


@pytest.mark.parametrize(
    ("script", "words"), [(BLOCKED, "does not let this site store"), (FULL, "has no room")]
)
def test_storage_that_refuses_breaks_nothing(
    visit: Callable[..., Visit], script: str, words: str
) -> None:
    reader = visit("core-concepts/")
    reader.page.add_init_script(script)
    reader.go(GUIDE)
    quiz = open_quiz(reader)
    option(quiz, True).locator("label").click()
    reader.page.locator(".quiz").nth(1).locator("label").first.click()

    expect(quiz.get_by_role("status")).to_have_text("Right.")
    expect(reader.page.locator(".quiz-score")).to_contain_text(words)
    expect(reader.page.locator(".quiz-score")).to_contain_text("/ 5 answered correctly, 1 at")
    ours = [problem for problem in reader.problems if "quiz" in problem or "progress" in problem]
    assert ours == []


def test_full_storage_keeps_what_was_there(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    option(open_quiz(reader), True).locator("label").click()
    before = stored(reader)["quizzes"]
    reader.page.add_init_script(FULL)
    reader.page.reload()
    open_quiz(reader)
    option(reader.page.locator(".quiz[id]").nth(1), True).locator("label").click()

    expect(reader.page.locator(".quiz-score")).to_contain_text("2 / 5 answered correctly")
    assert stored(reader)["quizzes"] == before


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 1}', '"\\u0000"', "x" * 10_000])
def test_a_damaged_value_is_set_aside(visit: Callable[..., Visit], text: str) -> None:
    reader = visit(GUIDE)
    keep(reader, text)
    option(open_quiz(reader), True).locator("label").click()

    assert len(stored(reader)["quizzes"]) == 1
    aside = f"Object.entries(localStorage).filter(([key]) => key.startsWith('{KEY}.damaged.'))"
    assert [value for _, value in reader.page.evaluate(aside)] == [text]
    assert reader.problems == []


def test_a_damaged_value_that_cannot_be_set_aside_stays(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.page.evaluate(f"localStorage.setItem('{KEY}', '{{')")
    reader.page.add_init_script(FULL)
    reader.page.reload()
    option(open_quiz(reader), True).locator("label").click()

    expect(reader.page.locator(".quiz-score")).to_contain_text("1 / 5 answered correctly")
    assert reader.page.evaluate(f"localStorage.getItem('{KEY}')") == "{"


def test_a_later_version_s_value_is_left_alone(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    later = json.dumps({"version": 99, "answers": ["in a form we do not know"]})
    keep(reader, later)
    option(open_quiz(reader), True).locator("label").click()

    expect(reader.page.locator(".quiz-score")).to_contain_text("Stored by a later version")
    expect(reader.page.locator(".quiz-score")).to_contain_text("1 / 5 answered correctly")
    assert reader.page.evaluate(f"localStorage.getItem('{KEY}')") == later


def test_where_one_left_off_and_what_was_read(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    open_quiz(reader)
    reader.page.locator("h2#summary, h2").nth(2).scroll_into_view_if_needed()
    reader.page.wait_for_function(f"localStorage.getItem('{KEY}')?.includes('decorators')")
    assert GUIDE not in stored(reader)["pages"]

    reader.page.locator(".md-footer").scroll_into_view_if_needed()
    reader.page.wait_for_function(f"JSON.parse(localStorage.getItem('{KEY}')).pages['{GUIDE}']")
    assert stored(reader)["last"]["page"] == GUIDE
