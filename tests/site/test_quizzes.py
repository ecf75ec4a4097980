"""A quiz without JavaScript: a question, its options, and the answers folded away."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element, fromstring

import pytest
from markdown import Markdown

from backend_notes.project import Project
from backend_notes.site.quiz_index import BY_PAGE, BY_TERM, quiz_files

QUIZ = """\
!!! quiz late-binding prints term-closure "What do they *print*?"

    Three lambdas made in a loop.

    - [ ] `0 1 2`
        - Each lambda would need its own `i`.
    - [x] `2 2 2`
        - All three look `i` up when called.
"""


def render(text: str) -> Element:
    md = Markdown(
        extensions=["admonition", "backend_notes.site.quizzes", "pymdownx.tasklist"],
        extension_configs={"pymdownx.tasklist": {"custom_checkbox": True}},
    )
    return fromstring(f"<body>{md.convert(text)}</body>")


def texts(root: Element, path: str) -> list[str]:
    return ["".join(item.itertext()).strip() for item in root.findall(path)]


def test_options_keep_their_order_and_show_no_answer() -> None:
    page = render(QUIZ)

    assert texts(page, ".//ul[@class='quiz__options']/li") == ["0 1 2", "2 2 2"]
    assert page.find(".//input") is None
    assert page.find(".//ul[@class='quiz__options']//ul") is None


def test_reasons_are_folded_beside_the_options() -> None:
    details = render(QUIZ).find(".//details")

    assert details is not None
    assert "open" not in details.attrib
    assert texts(details, ".//ul/li") == [
        "No. Each lambda would need its own i.",
        "Right. All three look i up when called.",
    ]
    assert [li.get("data-answer") for li in details.iter("li")] == ["wrong", "right"]


def test_reasons_stay_out_of_the_search_index() -> None:
    details = render(QUIZ).find(".//details")

    assert details is not None
    assert "data-search-exclude" in details.attrib


def test_the_quiz_is_a_group_named_by_its_question() -> None:
    quiz = render(QUIZ).find("div")

    assert quiz is not None
    assert quiz.get("id") == "quiz-late-binding"
    assert quiz.get("role") == "group"
    assert quiz.get("class") == "admonition quiz late-binding prints term-closure"
    title = quiz.find(f"p[@id='{quiz.get('aria-labelledby')}']")
    assert title is not None
    assert "".join(title.itertext()) == "What do they print?"


def test_text_and_code_stay_before_the_options() -> None:
    quiz = render(QUIZ).find("div")

    assert quiz is not None
    assert [child.tag for child in quiz] == ["p", "p", "ul", "details"]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_blank_lines_between_options_change_nothing(blank: str) -> None:
    page = render(QUIZ.replace("    - [x]", f"{blank}    - [x]"))

    assert texts(page, ".//ul[@class='quiz__options']/li") == ["0 1 2", "2 2 2"]
    assert [li.get("data-answer") for li in page.iter("li")][-2:] == ["wrong", "right"]


def test_several_right_options() -> None:
    page = render(QUIZ.replace("[ ]", "[X]"))

    assert [li.get("data-answer") for li in page.iter("li")][-2:] == ["right", "right"]


def test_a_forgotten_reason_leaves_an_empty_one_in_its_place() -> None:
    page = render(QUIZ.replace("        - Each lambda would need its own `i`.\n", ""))

    assert texts(page, ".//details//li") == ["No.", "Right. All three look i up when called."]


def test_a_quiz_without_options_stays_as_it_is() -> None:
    quiz = render('!!! quiz empty "Why?"\n\n    Because.\n').find("div")

    assert quiz is not None
    assert [child.tag for child in quiz] == ["p", "p"]


def test_task_lists_elsewhere_stay_task_lists() -> None:
    md = Markdown(extensions=["backend_notes.site.quizzes", "pymdownx.tasklist"])

    assert md.convert("- [x] done\n- [ ] open\n").count("<input") == 2


def test_the_index_lists_every_quiz_in_reading_order(scratch: Project) -> None:
    page = "---\ntitle: Decorators\n---\n\n# Decorators\n\n"
    for folder in ("core", "api"):
        (scratch.docs / folder).mkdir()
    (scratch.docs / "core/decorators.md").write_text(page + QUIZ.replace("*", "`"), "utf-8")
    (scratch.docs / "api/index.md").write_text(QUIZ.replace("late", "early"), "utf-8")
    (scratch.docs / "core/plain.md").write_text(page, "utf-8")
    (scratch.docs / "core/broken.md").write_bytes(b"\xff")
    nav = [
        {"API": ["api/index.md"]},
        {"Core": ["core/plain.md", {"Own title": "core/decorators.md"}]},
        {"More": ["core/broken.md", "core/missing.md"]},
    ]

    files = {address: json.loads(text) for address, text in quiz_files(scratch, nav).items()}
    assert files[BY_PAGE]["pages"] == [
        {"page": "api/", "title": "api/index", "section": "API", "quizzes": ["early-binding"]},
        {
            "page": "core/decorators/",
            "title": "Decorators",
            "section": "Core",
            "quizzes": ["late-binding"],
        },
    ]
    assert files[BY_TERM] == {"closure": ["early-binding", "late-binding"]}
