"""What is kept of practice: over reloads, in two tabs, in every state of storage."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect
from practice_page import KEY, PracticePage, open_problem, read
from test_progress import BLOCKED, FULL
from visit import Visit

from backend_notes.project import Project
from backend_notes.site.node import NODE

Visits = Callable[..., Visit]
FOLDER = "route_registry"
EARLY, LATE = "2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"


def attempt(**changes: Any) -> dict[str, Any]:
    """What is kept of a problem that was begun."""
    begun = {"code": "print('mine')\n", "passed": 2, "tests": 8, "solved": None, "when": EARLY}
    return begun | changes


def progress(**practice: dict[str, Any]) -> dict[str, Any]:
    """Progress that knows some problems, by their folders."""
    known = {name.replace("_", "-"): value for name, value in practice.items()}
    empty = {"version": 2, "quizzes": {}, "pages": {}, "last": None, "track": None}
    return empty | {"practice": known}


@pytest.fixture
def open_with(visit: Visits) -> Callable[..., Visit]:
    """Open a page in a browser that knows some progress."""

    def open_page(path: str, known: dict[str, Any], **options: Any) -> Visit:
        reader = visit("404.html", **options)
        store = "([key, text]) => localStorage.setItem(key, text)"
        reader.page.evaluate(store, [KEY, json.dumps(known)])
        reader.problems.clear()
        return reader.go(path)

    return open_page


def test_lines_are_compared() -> None:
    file = Path(__file__).with_name("test_line_diff.mjs")
    done = subprocess.run([*NODE, "--test", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_code_is_kept_as_it_is_written_in_every_version(visit: Visits) -> None:
    problem = open_problem(visit, FOLDER)
    problem.write("print('mine')\n")
    expect(problem.state).to_have_text("Begun")
    assert problem.stored()["code"] == "print('mine')\n"

    def without_version(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace("/2.0/", "/")))

    problem.page.context.route("**/2.0/**", without_version)
    problem.reader.go(f"2.0/{problem.address}")
    assert problem.come_near().editor.input_value() == "print('mine')\n"
    problem.page.wait_for_load_state("networkidle")
    problem.page.context.unroute_all(behavior="wait")


def test_the_last_words_are_kept_when_the_page_is_left_at_once(visit: Visits) -> None:
    problem = open_problem(visit, FOLDER)
    problem.write("print('last words')\n")
    problem.page.reload()
    assert problem.come_near().editor.input_value() == "print('last words')\n"


def test_progress_of_the_version_before_is_read(open_with: Callable[..., Visit]) -> None:
    before = {"version": 1, "quizzes": {}, "pages": {"httpx/timeouts/": EARLY}, "last": None}
    problem = PracticePage(open_with("404.html", before), FOLDER).open()
    problem.write("print('new')\n")
    expect(problem.state).to_have_text("Begun")
    after = json.loads(problem.page.evaluate(f"localStorage.getItem('{KEY}')"))
    assert after["version"] == 2
    assert after["pages"] == before["pages"]
    assert problem.stored()["code"] == "print('new')\n"


def test_two_tabs_keep_each_others_code_and_show_the_newer(visit: Visits) -> None:
    problem = open_problem(visit, FOLDER)
    context = problem.page.context
    root = problem.page.url.partition("practice/")[0]
    other = PracticePage(Visit(context.new_page(), root, ""), "token_bucket").open()
    same = PracticePage(Visit(context.new_page(), root, ""), FOLDER).open()

    other.write("print('bucket')\n")
    expect(other.state).to_have_text("Begun")
    problem.write("print('registry')\n")
    expect(problem.state).to_have_text("Begun")

    expect(same.editor).to_have_value("print('registry')\n")
    same.write("print('newer')\n")
    expect(problem.editor).to_have_value("print('newer')\n")
    assert other.stored()["code"] == "print('bucket')\n"
    assert problem.stored()["code"] == "print('newer')\n"
    expect(other.editor).to_have_value("print('bucket')\n")


@pytest.mark.parametrize(
    ("script", "words"), [(BLOCKED, "does not let this site store"), (FULL, "has no room")]
)
def test_storage_that_refuses_keeps_the_code_while_the_page_is_open(
    visit: Visits, project: Project, script: str, words: str
) -> None:
    reader = visit("404.html")
    reader.page.add_init_script(script)
    problem = PracticePage(reader, FOLDER).open()
    problem.check(read(project, FOLDER, "solution.py"))

    expect(problem.status).to_contain_text("the problem is solved")
    expect(problem.state).to_contain_text("Solved on 20")
    expect(problem.block.locator(".practice-unkept")).to_contain_text(words)
    assert problem.editor.input_value() == read(project, FOLDER, "solution.py")
    ours = [text for text in reader.problems if "practice" in text or "progress" in text]
    assert ours == []


def test_code_beyond_measure_is_not_kept_and_says_so(visit: Visits) -> None:
    problem = open_problem(visit, FOLDER)
    problem.write("print('kept')\n")
    expect(problem.state).to_have_text("Begun")
    problem.write("# far too" + " long" * 9000)
    expect(problem.block.locator(".practice-unkept")).to_contain_text(
        "more code than the page keeps"
    )
    assert problem.stored()["code"] == "print('kept')\n"


def test_the_index_says_how_far_the_reader_is(open_with: Callable[..., Visit]) -> None:
    solved = attempt(passed=8, solved=LATE)
    known = progress(route_registry=solved, token_bucket=attempt(), gone_next_year=solved)
    reader = open_with("practice/", known)
    entries = reader.page.locator(".contents li")
    expect(entries.filter(has_text="Route registry")).to_contain_text("Solved on 2026-02-01")
    expect(entries.filter(has_text="Token bucket")).to_contain_text("Begun, 2 of 8 tests pass")
    expect(entries.filter(has_text="Health checks")).not_to_contain_text("egun")
    expect(reader.page.locator(".quiz-score")).to_contain_text("Problems solved: 1 / 11.")
    assert reader.axe_violations() == []
    assert reader.problems == []


def test_my_progress_counts_practice_and_resets_it(open_with: Callable[..., Visit]) -> None:
    known = progress(route_registry=attempt(passed=8, solved=LATE), token_bucket=attempt())
    reader = open_with("progress/", known)
    place = reader.page.locator("[data-notes=progress]")
    expect(place).to_contain_text("Problems: 1 / 11 solved, 1 begun.")
    bar = place.get_by_role("progressbar", name="Practice: problems solved")
    assert (bar.get_attribute("value"), bar.get_attribute("max")) == ("1", "11")
    entry = place.get_by_role("listitem").filter(has_text="Token bucket")
    expect(entry).to_contain_text("Begun, 2 of 8 tests pass")
    assert reader.axe_violations() == []

    place.get_by_role("button", name="Reset Practice").click()
    expect(place).to_contain_text("Problems: 0 / 11 solved.")
    place.get_by_role("button", name="Undo").click()
    expect(place).to_contain_text("Problems: 1 / 11 solved, 1 begun.")
    place.get_by_role("button", name="Reset everything").click()
    expect(place).to_contain_text("Problems: 0 / 11 solved.")
    place.get_by_role("button", name="Undo").click()
    expect(place).to_contain_text("Problems: 1 / 11 solved, 1 begun.")


def test_code_is_exported_and_imported_after_a_preview(open_with: Callable[..., Visit]) -> None:
    mine = attempt(code="print('mine')\n", when=EARLY, solved=EARLY, passed=8)
    newer = attempt(code="print('newer')\n", when=LATE)
    reader = open_with("progress/", progress(route_registry=mine))
    page = reader.page
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    exported = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert exported["practice"]["route-registry"] == mine
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Markdown").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert "Problems: 1 / 11 solved." in text
    assert "- [x] Route registry: solved on 2026-01-01" in text
    assert "- [ ] Token bucket: not begun" in text

    imported = progress(route_registry=newer, token_bucket=newer, health_checks=mine)
    file = {"name": "other.json", "mimeType": "application/json"}
    buffer = json.dumps(imported).encode()
    page.get_by_label("Import a JSON file").set_input_files([{**file, "buffer": buffer}])
    place = page.locator("[data-notes=progress]")
    expect(place).to_contain_text("Code of 2 problems would be added.")
    expect(place).to_contain_text("route-registry: your code would be replaced by newer code.")
    expect(place).to_contain_text("1 problem would count as solved.")
    place.get_by_role("button", name="Import", exact=True).click()
    expect(place).to_contain_text("Problems: 2 / 11 solved, 1 begun.")
    expect(place.get_by_role("listitem").filter(has_text="Route registry")).to_contain_text(
        "Solved on 2026-01-01, now 2 of 8 tests pass"
    )
    problem = PracticePage(reader, FOLDER).open()
    assert problem.editor.input_value() == "print('newer')\n"
