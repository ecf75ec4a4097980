"""Several right options, the score of a section, and what a screen reader speaks of a quiz."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from test_quiz import GUIDE, open_quiz, option, question_of, stored
from visit import Visit

SEVERAL = [
    ("httpx/timeouts/", "timeouts-retry"),
    ("deployment/docker-and-deployment/", "docker-unhealthy"),
]


def right_ones(quiz: Locator) -> list[Locator]:
    """The labels of all right options."""
    return quiz.locator("li[data-answer=right] label").all()


@pytest.mark.parametrize(("path", "name"), SEVERAL)
def test_all_right_options_make_a_right_answer(
    visit: Callable[..., Visit], path: str, name: str
) -> None:
    reader = visit(path)
    quiz = open_quiz(reader, name)
    assert len(right_ones(quiz)) > 1
    expect(quiz.get_by_role("radio")).to_have_count(0)
    expect(quiz.get_by_role("group")).to_have_accessible_name(question_of(quiz))
    assert question_of(quiz).endswith("Choose all that apply.")

    for label in right_ones(quiz):
        expect(quiz.get_by_role("status")).to_have_text("")
        label.click()
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_have_text("Right.")
    assert stored(reader)["quizzes"][name]["first"] is True
    assert reader.problems == []


@pytest.mark.parametrize(("path", "name"), SEVERAL)
def test_one_of_several_is_not_enough_and_one_too_many_is_too_much(
    visit: Callable[..., Visit], path: str, name: str
) -> None:
    reader = visit(path, width=360)
    quiz = open_quiz(reader, name)
    right_ones(quiz)[0].click()
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_contain_text("Not right. Right are ")
    expect(quiz.locator("[data-answer=right]:not([data-chosen])").first).to_contain_text(
        "This is right."
    )

    quiz.get_by_role("button", name="Try again").click()
    for label in [*right_ones(quiz), option(quiz, False).locator("label")]:
        label.click()
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_contain_text("Not right. Right are ")
    expect(option(quiz, False)).to_contain_text("Your answer, but not right.")
    assert reader.axe_violations() == []
    assert reader.pixels_too_wide() == 0


def test_keys_choose_several_and_enter_answers(visit: Callable[..., Visit]) -> None:
    path, name = SEVERAL[0]
    reader = visit(path)
    quiz = open_quiz(reader, name)
    quiz.get_by_role("checkbox").first.focus()
    for key in ("Space", "Tab", "Tab", "Space", "Space", "Space"):
        reader.page.keyboard.press(key)
    expect(quiz.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(quiz.get_by_role("status")).to_have_text("")
    reader.page.keyboard.press("Enter")

    expect(quiz.get_by_role("status")).to_have_text("Right.")
    expect(quiz.get_by_role("button", name="Answer again")).to_be_focused()


def spoken(quiz: Locator) -> str:
    """The quiz as the browser tells it to a screen reader."""
    return quiz.aria_snapshot()


def test_what_a_screen_reader_speaks(visit: Callable[..., Visit]) -> None:
    path, name = SEVERAL[1]
    quiz = open_quiz(visit(path), name)
    before = spoken(quiz)
    assert f'group "{question_of(quiz)}"'.replace("`", "") in before
    assert before.count("- checkbox ") == 4
    assert '- checkbox "docker ps calls it unhealthy, and it still runs"' in before
    assert '- button "Check"' in before
    assert "That is all Docker does" not in before

    quiz.get_by_role("checkbox", name="Requests still reach it").check()
    quiz.get_by_role("button", name="Check").click()
    after = spoken(quiz)
    assert '- checkbox "Requests still reach it, and wait" [checked] [disabled]' in after
    assert "- strong: Your answer, and right." in after
    assert "- strong: This is right." in after
    assert after.count("- strong: No.") == 2
    assert "- status: " in after
    assert "Not right. Right are B: docker ps calls it unhealthy" in after
    assert '- button "Try again"' in after
    for sign in ("✓", "✗"):
        assert sign not in after


def test_every_quiz_is_spoken_in_the_order_it_is_read(visit: Callable[..., Visit]) -> None:
    quiz = open_quiz(visit(GUIDE))
    words = spoken(quiz)
    places = [words.index(f'- radio "{label}') for label in texts(quiz, "label")]

    assert places == sorted(places)
    assert words.index("- group") < places[0] < words.index('- button "Check"')


_PAPER = """() => {
    const seen = selector =>
        [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
    const article = document.querySelector(".md-content__inner");
    const right = [...document.querySelectorAll("[data-chosen], [data-answer=wrong]")]
        .concat(...document.querySelectorAll("[data-state] [data-answer=right]"));
    addEventListener("beforeprint", () => window.paper = {
        questions: seen(".answers h3").map(e => e.textContent),
        reasons: seen(".answers li").length,
        within: seen(".quiz .quiz__reason, .quiz .quiz__answer").length,
        last: article.lastElementChild.className,
        colours: new Set(right.map(e => getComputedStyle(e).borderColor)).size,
    });
}"""


@pytest.mark.parametrize("answered", [True, False])
def test_paper_has_the_answers_at_its_end(visit: Callable[..., Visit], answered: bool) -> None:
    reader = visit(GUIDE)
    page = reader.page
    if answered:
        option(open_quiz(reader), False).locator("label").click()
    else:
        with page.expect_request_finished(lambda request: "quiz-print" in request.url):
            page.keyboard.press("Control")
    page.emulate_media(media="print")
    page.evaluate(_PAPER)
    page.pdf()
    paper = page.evaluate("paper")

    assert len(paper["questions"]) == page.locator(".quiz[id]").count() > 2
    assert "Choose all" not in " ".join(paper["questions"])
    assert paper["reasons"] == page.locator(".quiz__options > li").count()
    assert (paper["within"], paper["last"]) == (0, "answers")
    assert paper["colours"] <= 1
    expect(page.locator(".answers")).to_have_count(0)
    assert reader.problems == []


def texts(quiz: Locator, selector: str) -> list[str]:
    """The beginnings of some texts."""
    found = [" ".join(text.split()) for text in quiz.locator(selector).all_inner_texts()]
    return [text[:20] for text in found]


def test_nothing_moves_for_readers_who_do_not_want_it(visit: Callable[..., Visit]) -> None:
    """`visit` opens every page with `prefers-reduced-motion: reduce`."""
    reader = visit(GUIDE)
    quiz = open_quiz(reader)
    reader.page.evaluate(
        """() => {
            window.moved = [];
            for (const type of ["transitionrun", "animationstart"])
                addEventListener(type, ({ target }) => moved.push(target.className), true);
        }"""
    )
    option(quiz, False).locator("label").click()
    quiz.get_by_role("button", name="Try again").click()
    expect(quiz.get_by_role("button", name="Check")).to_be_visible()

    assert reader.page.evaluate("moved") == []


def test_every_session_shows_its_score_and_that_of_all(
    visit: Callable[..., Visit], site: Path
) -> None:
    index = json.loads((site / "assets/quizzes.json").read_text("utf-8"))["pages"]
    sessions = [page for page in index if page["page"].startswith("workbook/")]
    every = sum(len(page["quizzes"]) for page in sessions)
    first = next(page for page in sessions if page["quizzes"])
    reader = visit(first["page"])
    option(open_quiz(reader), True).locator("label").click()
    done = "1 / {} answered correctly, 1 at the first try."
    own, whole = done.format(len(first["quizzes"])), done.format(every)
    reader.page.locator(".quiz-score").last.scroll_into_view_if_needed()
    expect(reader.page.locator(".quiz-score")).to_have_text(
        [f"Quizzes: {own} My progress", f"Workbook. Quizzes: {whole}"]
    )

    reader.go("workbook/")
    reader.page.locator("[data-notes=section]").scroll_into_view_if_needed()
    expect(reader.page.locator("[data-notes=section]")).to_have_text(f"Workbook. Quizzes: {whole}")
    assert reader.problems == []
