"""Solving a problem in its page, as a new reader does; and every mistake on the way."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import expect
from practice_page import PracticePage, open_problem, read
from visit import Visit

from backend_notes.project import Project

Visits = Callable[..., Visit]
FOLDER = "route_registry"


def type_answer(problem: PracticePage, text: str) -> None:
    """Replace the answer by the keyboard alone, and check it."""
    keyboard = problem.page.keyboard
    expect(problem.editor).to_be_focused()
    keyboard.press("Control+a")
    keyboard.insert_text(text)
    keyboard.press("Control+Enter")
    problem.await_result()


@pytest.mark.parametrize(
    ("folder", "wrong"),
    [
        ("route_registry", "wrong_last_one_wins"),
        ("token_bucket", "wrong_fixed_window"),
        ("connection_pool", "wrong_takes_back_twice"),
    ],
)
def test_from_the_starter_through_a_trap_to_the_solution_by_keyboard(
    visit: Visits, project: Project, folder: str, wrong: str
) -> None:
    problem = open_problem(visit, folder)
    expect(problem.state).to_have_text("Not begun")
    assert problem.editor.input_value() == read(project, folder, "starter.py")
    tests = read(project, folder, f"test_{folder}.py").count("def test_")

    problem.editor.focus()
    problem.page.keyboard.press("Control+Enter")
    problem.await_result()
    expect(problem.status).to_contain_text(f"of {tests} tests pass. The first that fails: “")
    expect(problem.tests).to_have_count(tests)
    expect(problem.tests.filter(has_text="Not written yet: line").first).to_be_visible()
    expect(problem.hint).to_have_count(0)

    type_answer(problem, read(project, folder, f"{wrong}.py"))
    expect(problem.status).to_contain_text(f"{tests - 1} of {tests} tests pass, and there is a")
    failed = problem.tests.filter(has_text="Failed: ")
    expect(failed).to_have_count(1)
    expect(failed.locator("pre").first).to_be_visible()
    expect(problem.hint).to_be_visible()
    expect(problem.state).to_have_text(f"Begun, {tests - 1} of {tests} tests pass")

    type_answer(problem, read(project, folder, "solution.py"))
    expect(problem.status).to_have_text(f"All {tests} tests pass: the problem is solved.")
    expect(problem.tests.filter(has_text="Passed: ")).to_have_count(tests)
    expect(problem.hint).to_have_count(0)
    expect(problem.state).to_contain_text("Solved on 20")

    # Tab indents; after Escape it leaves, to the button that checks.
    problem.page.keyboard.press("Escape")
    problem.page.keyboard.press("Tab")
    expect(problem.button("Check your answer")).to_be_focused()
    problem.page.keyboard.press("Enter")
    problem.await_result()
    expect(problem.status).to_contain_text("the problem is solved")
    assert problem.reader.problems == []


BROKEN = {
    "does not parse": ("class RouteRegistry\n    pass\n", "Line 1 does not parse: expected ':'."),
    "does not define": ("class Registry:\n    pass\n", "does not define `RouteRegistry`"),
    "misses a package": ("import flask\n", "Your code imports `flask`, which is not here (line 1"),
    "raises": ("1 / 0\n", "Your code raised ZeroDivisionError: division by zero when it was imp"),
    "exits": ("import sys\nsys.exit(3)\n", "Your code raised SystemExit when it was imported"),
    "prints without end": ("while True:\n    print('x' * 50)\n", "printed more than 20,000 char"),
    "takes all memory": ("x = [0] * (1 << 29)\n", "MemoryError"),
    "never ends": ("while True:\n    pass\n", "did not end within 5 seconds while it was imported"),
}


def test_broken_answers_are_each_explained_in_a_sentence(visit: Visits, project: Project) -> None:
    problem = open_problem(visit, FOLDER)
    for name, (source, words) in BROKEN.items():
        problem.check(source)
        expect(problem.status, name).to_contain_text(words)
        assert problem.editor.input_value() == source
    problem.page.reload()
    problem.come_near()
    assert problem.editor.input_value() == source  # also what never ended

    problem.check(read(project, FOLDER, "solution.py"))
    expect(problem.status).to_contain_text("the problem is solved")


def test_a_test_that_never_ends_is_named_and_can_be_stopped(
    visit: Visits, project: Project
) -> None:
    problem = open_problem(visit, FOLDER)
    source = read(project, FOLDER, "solution.py")
    loop = "def list_routes(self):\n        while True: pass\n\n    def other(self)"
    endless = source.replace("def list_routes(self)", loop)
    assert endless != source
    problem.check(endless)
    expect(problem.status).to_contain_text("did not end within 5 seconds in the test “")

    problem.button("Check your answer").click()
    problem.button("Stop your answer").click()
    problem.await_result()
    expect(problem.status).to_have_text("Stopped.")

    problem.check(source)
    expect(problem.status).to_contain_text("the problem is solved")


def test_an_answer_that_takes_the_tests_names_is_told(visit: Visits, project: Project) -> None:
    problem = open_problem(visit, FOLDER)
    tests = read(project, FOLDER, f"test_{FOLDER}.py")
    name = "test_" + tests.partition("\ndef test_")[2].partition("(")[0]
    problem.check(read(project, FOLDER, "starter.py") + f"\n\ndef {name}():\n    pass\n")

    expect(problem.block).to_contain_text(f"Your code defines `{name}`, as the tests do.")
    expect(problem.status).to_contain_text("The first that fails")


def test_run_prints_and_check_takes_it_away(visit: Visits) -> None:
    problem = open_problem(visit, FOLDER)
    problem.write("print('packing', 3)\n")
    problem.button("Run your answer").click()
    output = problem.block.get_by_role("log")
    expect(output).to_contain_text("packing 3")
    expect(problem.status).to_have_text("Finished.")

    problem.check()
    expect(output).to_have_count(0)
    expect(problem.status).to_contain_text("does not define `RouteRegistry`")


def test_what_a_failing_test_printed_is_shown(visit: Visits, project: Project) -> None:
    problem = open_problem(visit, FOLDER)
    source = read(project, FOLDER, "starter.py")
    problem.check(source.replace("raise NotImplementedError", "print('here', 7)"))
    expect(problem.tests.filter(has_text="here 7").first).to_contain_text("It printed:")


def test_reset_restores_the_starter_and_can_be_undone(visit: Visits, project: Project) -> None:
    problem = open_problem(visit, FOLDER)
    problem.check(read(project, FOLDER, "wrong_path_as_key.py"))
    before = problem.editor.input_value()
    begun = problem.state.inner_text()

    problem.button("Reset to the starter").click()
    expect(problem.status).to_have_text("The starter is back.")
    assert problem.editor.input_value() == read(project, FOLDER, "starter.py")
    expect(problem.state).to_have_text("Not begun")
    expect(problem.tests).to_have_count(0)

    problem.button("Undo the reset").click()
    assert problem.editor.input_value() == before
    expect(problem.state).to_have_text(begun)
    expect(problem.button("Reset to the starter")).to_be_focused()
    problem.page.reload()
    assert problem.come_near().editor.input_value() == before


def test_the_solution_beside_mine(visit: Visits, project: Project) -> None:
    problem = open_problem(visit, FOLDER)
    page = problem.page
    page.get_by_text("Show the solution").click()
    block = page.locator(f"[data-snippet='practice/{FOLDER}/solution.py:solution']")
    block.scroll_into_view_if_needed()
    compare = block.get_by_role("button", name="Compare with mine")
    compare.click()
    expect(block.get_by_role("status")).to_contain_text("You have not written anything yet")
    expect(block.locator("pre > code")).to_be_visible()
    compare.click()

    solution = read(project, FOLDER, "solution.py").partition("[start:solution]\n")[2]
    solution = solution.partition("# --8<-- [end:solution]")[0]
    problem.write(solution.replace("return", "return  # mine", 1) + "\n\nleft = 'over'\n")
    compare.click()
    view = block.get_by_role("region", name="Your answer and the solution")
    expect(view.locator("[data-side=ours]", has_text="left = 'over'")).to_contain_text("Only yours")
    expect(view.locator("[data-side=theirs]")).to_have_count(1)
    expect(view.locator("[data-side=theirs]")).to_contain_text("Only in the solution: + ")
    expect(block.locator("pre > code")).to_be_hidden()
    assert problem.reader.axe_violations() == []
    page.set_viewport_size({"width": 360, "height": 800})
    boxes = [found.bounding_box() for found in block.locator(".code-bar__button").all()]
    edges = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert all(end <= start for (_, end), (start, _) in pairwise(edges)), "no button covers another"
    assert edges[-1][1] <= 360
    assert problem.reader.pixels_too_wide() == 0

    compare.click()
    expect(view).to_have_count(0)
    expect(block.locator("pre > code")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_results_are_accessible(visit: Visits, project: Project, dark: bool, width: int) -> None:
    problem = open_problem(visit, FOLDER, dark=dark, width=width)
    problem.check(read(project, FOLDER, "wrong_path_as_key.py"))

    assert problem.reader.axe_violations() == []
    assert problem.reader.pixels_too_wide() == 0
    assert problem.reader.problems == []
    if width == 360:
        for button in problem.block.locator(".code-bar button").all():
            box = button.bounding_box()
            assert box and box["height"] >= 43
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360


def test_without_javascript_the_starter_and_the_command_are_there(visit: Visits) -> None:
    page = visit("practice/route-registry/", javascript=False).page
    expect(page.locator(f"[data-snippet='practice/{FOLDER}/starter.py'] pre")).to_be_visible()
    expect(page.get_by_text(f"uv run pytest snippets/practice/{FOLDER} --mine")).to_be_visible()


def test_without_python_in_the_page_the_starter_stays_a_block(visit: Visits) -> None:
    reader = visit("404.html")
    reader.page.route("**/programs.json", lambda route: route.fulfill(json={"runtime": None}))
    problem = PracticePage(reader, FOLDER).open()
    expect(problem.block.locator("pre > code")).to_be_visible()
    expect(problem.block.get_by_role("button", name="Check")).to_have_count(0)


def test_a_page_of_a_problem_loads_nothing_of_it_until_the_reader_is_there(visit: Visits) -> None:
    reader = visit("practice/route-registry/")
    reader.page.wait_for_load_state("networkidle")
    assert not [name for name in reader.requests if "practice.mjs" in name or "editor" in name]
