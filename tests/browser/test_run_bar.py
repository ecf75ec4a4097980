"""The row of buttons below a code block."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from code_block import FOLDER, GUIDE, PART, WHOLE, CodeBlock, Open, open_block
from playwright.sync_api import expect
from visit import Visit


@pytest.fixture
def block(visit: Callable[..., Visit]) -> Open:
    """A block with its buttons, and a fake in the place of Python."""
    return partial(open_block, visit)


def test_a_page_that_nobody_touches_loads_none_of_it(visit: Callable[..., Visit]) -> None:
    reader = visit("")  # a program stands on its first screen
    reader.page.wait_for_load_state("networkidle")

    assert reader.page.locator("[data-snippet]").first.is_visible()
    assert [path for path in reader.requests if "code-ba" in path or "runner" in path] == []


def test_reading_through_a_page_loads_neither_python_nor_the_editor(
    visit: Callable[..., Visit],
) -> None:
    reader = visit(GUIDE)
    reader.read_through()
    CodeBlock(reader.page, PART).come_near()

    heavy = [
        path for path in reader.requests if re.search(r"editor|console|run-worker|wasm|zip", path)
    ]
    assert heavy == []
    assert reader.problems == []


def test_nothing_moves_when_the_buttons_come(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    block = CodeBlock(reader.page, PART)
    height = "e => e.getBoundingClientRect().height"
    block.block.scroll_into_view_if_needed()
    reader.page.wait_for_function(
        "e => e.checkVisibility({ contentVisibilityAuto: true })",
        arg=block.code.locator("span").first.element_handle(),
    )
    before = block.block.evaluate(height)
    block.come_near()

    assert block.block.evaluate(height) == before


@pytest.mark.parametrize("width", [360, 1280])
def test_the_row_stands_below_the_code(block: Open, width: int) -> None:
    reader, part = block(width=width)
    code, bar = part.code.bounding_box(), part.bar.bounding_box()

    assert code
    assert bar
    assert bar["y"] >= code["y"] + code["height"] - 1
    assert bar["width"] <= code["width"] + 1
    assert reader.pixels_too_wide() == 0


def test_targets_are_large_enough_for_a_finger(block: Open) -> None:
    _, part = block(width=360)
    sizes = part.bar.locator("button, a").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(({width, height}) => [width, height])"
    )

    assert len(sizes) == 5
    assert min(width for width, _ in sizes) >= 44
    assert min(height for _, height in sizes) > 43.9


def test_names_say_which_program(block: Open) -> None:
    _, part = block()

    expect(part.bar).to_match_aria_snapshot(
        """
        - group "timed.py":
          - button "Run timed.py"
          - button "Edit timed.py"
          - button "Show all of timed.py"
          - button "Terminal command for timed.py"
          - link "Open file timed.py in the repository"
        """
    )


def test_a_block_with_the_whole_program_has_nothing_more_to_show(block: Open) -> None:
    _, whole = block(WHOLE)

    expect(whole.button("Run")).to_be_visible()
    expect(whole.button("Show all")).to_have_count(0)


def test_the_file_opens_at_the_version_that_is_shown(block: Open) -> None:
    _, part = block()
    link = part.bar.get_by_role("link")

    expect(link).to_have_attribute(
        "href", re.compile(rf"/-/blob/[\w]+/snippets/{FOLDER}/timed.py$")
    )


def test_a_block_that_is_no_program_can_only_be_opened(block: Open) -> None:
    _, session = block(f"{FOLDER}/typed.console:mypy")

    expect(session.bar.locator("button")).to_have_count(0)
    expect(session.bar.get_by_role("link")).to_have_count(1)


@pytest.mark.parametrize(
    ("where", "command"),
    [
        ("with nothing but uv", f"uv run {{address}}snippets/{FOLDER}/timed.py"),
        ("in a checkout of these notes", f"uv run notes run snippets/{FOLDER}/timed.py"),
    ],
)
def test_the_commands_for_one_s_own_machine(
    block: Open, address: str, where: str, command: str
) -> None:
    reader, part = block()
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    part.button("Terminal").click()
    expect(part.button("Terminal")).to_have_attribute("aria-expanded", "true")
    part.button(f"Copy the command: {where}").click()
    expect(part.block.get_by_role("status").filter(has_text="Copied.")).to_have_count(1)

    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == command.format(address=address)
    part.button("Terminal").click()
    expect(part.block.locator(".code-local")).to_be_hidden()


def test_a_program_that_cannot_run_here_says_why(block: Open) -> None:
    _, part = block(reasons={f"{FOLDER}/timed.py": "it starts threads"})

    expect(part.button("Run timed.py")).to_have_count(0)
    expect(part.button("Edit")).to_have_count(0)
    expect(part.button("Show all")).to_be_visible()
    part.button("Runs locally").click()
    expect(part.block.locator(".code-local")).to_contain_text(
        "Not in the browser: it starts threads."
    )


def test_a_program_that_needs_its_folder_is_run_in_a_checkout_only(
    visit: Callable[..., Visit],
) -> None:
    page = visit("httpx/timeouts/").page
    snippet = page.locator("[data-snippet*='/total_sync.py']").first.get_attribute("data-snippet")
    part = CodeBlock(page, snippet or "").come_near()
    part.bar.get_by_role("button", name=re.compile("^(Terminal|Runs locally)")).click()
    expect(part.block.locator(".code-local code")).to_have_text(
        "uv run notes run snippets/httpx/timeouts/total_sync.py"
    )


def test_without_webassembly_a_block_is_an_ordinary_block(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.page.evaluate("delete globalThis.WebAssembly")
    block = CodeBlock(reader.page, PART).come_near()

    expect(block.bar.locator("button")).to_have_count(1)
    expect(block.button("Terminal")).to_be_visible()
    assert reader.problems == []


def test_a_quiz_is_answered_before_its_program_runs(block: Open) -> None:
    reader, _ = block()
    quiz = reader.page.locator(".quiz", has=reader.page.locator("[data-snippet]")).first
    snippet = quiz.locator("[data-snippet]").get_attribute("data-snippet") or ""
    asked = CodeBlock(reader.page, snippet)
    asked.block.scroll_into_view_if_needed()
    asked.bar.wait_for(state="attached")
    expect(asked.bar).to_be_hidden()
    quiz.locator("[data-answer] label").first.click()

    expect(asked.button("Run")).to_be_visible()


def test_paper_shows_the_code_without_buttons(block: Open) -> None:
    reader, part = block()
    reader.page.emulate_media(media="print")

    expect(part.code).to_be_visible()
    expect(part.bar).to_be_hidden()
