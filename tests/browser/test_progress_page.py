"""The pages "My progress" and "Review"."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from test_quiz import GUIDE, KEY, option, stored
from visit import Visit

EARLY, LATE = "2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"
OTHER = "core-concepts/exceptions/"


def guides(site: Path) -> dict[str, Any]:
    """The index that the build wrote, by page."""
    index = json.loads((site / "assets/quizzes.json").read_text("utf-8"))
    return {guide["page"]: guide for guide in index["pages"]}


def some_progress(site: Path) -> dict[str, Any]:
    """One right, one wrong long ago on another page, one wrong lately; one page read."""
    ids = guides(site)[GUIDE]["quizzes"]
    old = guides(site)[OTHER]["quizzes"][0]
    return {
        "version": 2,
        "quizzes": {
            ids[0]: {"first": False, "latest": True, "when": LATE},
            ids[1]: {"first": True, "latest": False, "when": LATE},
            old: {"first": False, "latest": False, "when": EARLY},
        },
        "pages": {GUIDE: LATE},
        "practice": {},
        "last": {"page": GUIDE, "anchor": "", "when": LATE},
        "track": None,
    }


@pytest.fixture
def open_with(visit: Callable[..., Visit], site: Path) -> Callable[..., Visit]:
    """Open a page in a browser that knows some progress."""

    def open_page(path: str, progress: Any = None, **options: Any) -> Visit:
        reader = visit("", **options)
        text = progress if isinstance(progress, str) else json.dumps(some_progress(site))
        reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        reader.go(path)
        reader.page.locator("[data-notes] > [role=status]").wait_for(state="attached")
        return reader

    return open_page


def choose_file(reader: Visit, text: str) -> None:
    """Import a file of that text."""
    reader.page.get_by_label("Import a JSON file").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("path", ["progress/", "review/"])
def test_is_accessible(open_with: Callable[..., Visit], path: str, dark: bool, width: int) -> None:
    reader = open_with(path, width=width, dark=dark)
    expect(reader.page.locator("[data-notes] h2").first).to_be_visible()

    assert reader.axe_violations() == []
    assert reader.pixels_too_wide() == 0
    assert reader.problems == []


def test_everything_at_a_glance(open_with: Callable[..., Visit]) -> None:
    page = open_with("progress/").page
    place = page.locator("[data-notes]")

    expect(place).to_contain_text("Where you left off: Decorators")
    expect(place).to_contain_text("answered correctly, 1 at the first try. Pages read: 1 /")
    expect(place.get_by_role("listitem").filter(has_text="Decorators")).to_contain_text(
        "1 / 5, read"
    )
    bar = place.get_by_role("progressbar", name="All pages")
    assert bar.evaluate("bar => bar.value") == 1


def test_reset_of_a_section_and_undo(open_with: Callable[..., Visit], site: Path) -> None:
    reader = open_with("progress/")
    reader.page.get_by_role("button", name="Reset Core Concepts").click()
    assert stored(reader)["quizzes"] == {}
    expect(reader.page.get_by_role("status").last).to_have_text("Core Concepts: reset.")
    expect(reader.page.get_by_role("button", name="Undo")).to_be_focused()

    reader.page.keyboard.press("Enter")
    assert stored(reader) == some_progress(site)


def test_a_reset_can_be_undone_after_the_page_was_left(
    open_with: Callable[..., Visit], site: Path
) -> None:
    reader = open_with("progress/")
    reader.page.get_by_role("button", name="Reset Core Concepts").click()
    reader.go(GUIDE)
    reader.go("progress/")
    expect(reader.page.get_by_role("status").last).to_have_text("Core Concepts: reset.")
    reader.page.get_by_role("button", name="Undo").click()
    assert stored(reader)["quizzes"] == some_progress(site)["quizzes"]

    reader.page.reload()
    expect(reader.page.get_by_role("button", name="Reset Core Concepts")).to_be_visible()
    expect(reader.page.get_by_role("button", name="Undo")).to_have_count(0)
    assert reader.problems == []


def test_a_new_reader_is_told_where_to_begin(visit: Callable[..., Visit]) -> None:
    page = visit("progress/").page

    expect(page.locator("[data-notes]")).to_contain_text("No answer yet.")
    expect(page.get_by_role("link", name="Decorators").first).to_be_visible()
    expect(page.get_by_role("button", name="Reset Core Concepts")).to_have_count(0)


def test_each_page_has_a_bar_beside_its_figures(open_with: Callable[..., Visit]) -> None:
    page = open_with("progress/", width=360).page
    row = page.locator(".progress__pages li").filter(has_text="Decorators").first

    assert row.locator("progress").evaluate("bar => [bar.value, bar.max]") == [1, 5]
    expect(row.get_by_role("progressbar")).to_have_count(0)  # the figures say the same
    expect(row.get_by_role("link", name="Decorators")).to_be_visible()


def test_reset_of_everything_and_undo(open_with: Callable[..., Visit], site: Path) -> None:
    reader = open_with("progress/")
    reader.page.get_by_role("button", name="Reset everything").click()
    assert stored(reader)["pages"] == {}
    reader.page.get_by_role("button", name="Undo").click()

    assert stored(reader) == some_progress(site)


def test_exports(open_with: Callable[..., Visit], site: Path) -> None:
    page = open_with("progress/").page
    with page.expect_download() as found:
        page.get_by_role("button", name="Download JSON").click()
    assert json.loads(found.value.path().read_text("utf-8")) == some_progress(site)

    with page.expect_download() as found:
        page.get_by_role("button", name="Download Markdown").click()
    text = found.value.path().read_text("utf-8")
    assert text.startswith("# My progress, 20")
    assert "- [x] Decorators: 1 / 5\n" in text


def test_copies(open_with: Callable[..., Visit]) -> None:
    page = open_with("progress/").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy Markdown").click()
    expect(page.get_by_role("status").last).to_have_text("Copied.")

    assert "- [x] Decorators: 1 / 5" in page.evaluate("navigator.clipboard.readText()")


def test_import_shows_what_would_change(open_with: Callable[..., Visit], site: Path) -> None:
    reader = open_with("progress/")
    before = stored(reader)
    theirs = some_progress(site)
    ids = list(theirs["quizzes"])
    theirs["quizzes"][ids[1]] |= {"latest": True, "when": "2026-03-01T00:00:00.000Z"}
    theirs["quizzes"]["gone-since"] = theirs["quizzes"][ids[0]]
    choose_file(reader, json.dumps(theirs))

    status = reader.page.get_by_role("status").last
    expect(status).to_contain_text("1 answer would be added.")
    expect(status).to_contain_text("1 of them to questions that this version does not have.")
    expect(status).to_contain_text(f"{ids[1]}: not right becomes right.")
    assert stored(reader) == before
    reader.page.get_by_role("button", name="Import", exact=True).click()
    assert stored(reader)["quizzes"] == theirs["quizzes"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nonsense", "It is not JSON."),
        ('{"version": 9}', "It has version 9 of the format"),
        ('{"version": 1, "quizzes": {"<img>": 1}, "pages": {}}', "odd key: <img>"),
        ("x" * 1_000_001, "larger than a megabyte"),
    ],
)
def test_a_bad_file_is_refused(open_with: Callable[..., Visit], text: str, reason: str) -> None:
    reader = open_with("progress/")
    before = stored(reader)
    choose_file(reader, text)

    expect(reader.page.get_by_role("status").last).to_contain_text(
        "Nothing was imported from mine.json."
    )
    expect(reader.page.get_by_role("status").last).to_contain_text(reason)
    assert stored(reader) == before


def test_a_damaged_value_is_reported(open_with: Callable[..., Visit]) -> None:
    reader = open_with("progress/", progress="{ damaged")
    expect(reader.page.locator("[data-notes]")).to_contain_text("could not be read")
    with reader.page.expect_download() as found:
        reader.page.get_by_role("button", name="Download it").click()
    assert found.value.path().read_text("utf-8") == "{ damaged"

    reader.page.get_by_role("button", name="Delete it").click()
    expect(reader.page.locator("[data-notes]")).not_to_contain_text("could not be read")


def test_review_asks_the_oldest_first(open_with: Callable[..., Visit], site: Path) -> None:
    reader = open_with("review/")
    ids = list(some_progress(site)["quizzes"])
    quizzes = reader.page.locator(".quiz[id]")
    expect(quizzes).to_have_count(2)
    assert [quiz.get_attribute("id") for quiz in quizzes.all()] == [
        f"quiz-{ids[2]}",
        f"quiz-{ids[1]}",
    ]

    reader.page.context.set_offline(True)
    for number, words in ((0, "1 question to review."), (1, "All of them are right now.")):
        quiz = quizzes.nth(number)
        option(quiz, True).locator("label").click()
        expect(quiz.get_by_role("status")).to_have_text("Right.")
        expect(reader.page.locator("[data-notes] > [role=status]")).to_have_text(words)
    assert stored(reader)["quizzes"][ids[2]]["latest"] is True
    assert stored(reader)["quizzes"][ids[2]]["first"] is False


def test_review_links_hold_on_their_own_page(open_with: Callable[..., Visit]) -> None:
    reader = open_with("review/")
    reader.page.locator(".quiz form").first.wait_for()
    addresses = reader.page.locator("[data-notes] a").evaluate_all("as => as.map(a => a.href)")

    assert addresses
    assert [address for address in addresses if "/review/" in address] == []


def test_nothing_to_review(visit: Callable[..., Visit]) -> None:
    page = visit("review/").page

    expect(page.locator("[data-notes]")).to_have_text(
        "There is nothing to review: no answer is wrong."
    )


def test_the_list_is_fetched_on_these_pages_only(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.read_through()
    assert "assets/quizzes.json" not in reader.requests

    reader.go("progress/")
    expect(reader.page.get_by_role("progressbar", name="All pages")).to_be_visible()
    assert "assets/quizzes.json" in reader.requests
