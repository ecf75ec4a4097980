"""A program unfolded and edited in its block."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from code_block import FOLDER, GUIDE, NEXT_PART, CodeBlock, Open, open_block
from playwright.sync_api import expect
from visit import Visit

SOURCE = f'# {FOLDER}/timed.py\nfrom time import sleep\n\nprint("whole", 5)\n'


@pytest.fixture
def block(visit: Callable[..., Visit]) -> Open:
    """A block with its buttons, and a fake in the place of Python."""
    return partial(open_block, visit)


def test_the_whole_program_unfolds(block: Open) -> None:
    _, part = block()
    before = part.code.inner_html()
    part.button("Show all").click()

    expect(part.code).to_have_text(SOURCE)
    expect(part.button("Show all")).to_have_attribute("aria-pressed", "true")
    expect(part.code.locator(".token.number")).to_have_text("5")
    part.button("Show all").click()
    assert part.code.inner_html() == before


def test_the_editor_holds_the_whole_program_without_the_marks_of_notes(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()

    expect(part.editor).to_be_focused()
    expect(part.editor).to_have_value(SOURCE)
    expect(part.code).to_be_hidden()


def test_the_editor_opens_at_the_part_that_was_shown(block: Open) -> None:
    start = "@timed\ndef pick(order_id: str) -> None:"
    _, part = block(NEXT_PART, sources={f"{FOLDER}/timed.py": f"import time\n\n\n{start}\n"})
    part.button("Edit").click()

    expect(part.editor).to_be_focused()
    assert part.editor.evaluate("e => e.value.slice(e.selectionStart)") == f"{start}\n"


def test_an_edit_runs_and_is_reset(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()
    part.editor.fill("print(1)")
    part.run()
    assert part.asked()["source"] == "print(1)"

    part.ends()
    part.button("Reset timed.py").click()
    part.button("Discard edit").click()
    expect(part.code).to_be_visible()
    expect(part.editor).to_have_count(0)
    expect(part.button("Edit")).to_be_focused()
    part.run()
    assert "source" not in part.asked()


def test_an_edit_is_not_lost_by_one_click(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()
    part.editor.fill("print(1)")
    part.button("Reset").click()
    part.editor.focus()

    expect(part.editor).to_have_value("print(1)")
    expect(part.button("Reset timed.py")).to_be_visible()


def test_what_is_not_edited_is_closed_at_once(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()
    part.button("Reset").click()

    expect(part.editor).to_have_count(0)
    expect(part.code).to_be_visible()


def test_the_file_runs_as_it_is_until_it_is_edited(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()
    part.editor.press("End")
    part.run()

    assert "source" not in part.asked()


@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
def test_the_keyboard_runs_an_edit(block: Open, keys: str) -> None:
    reader, part = block()
    part.button("Edit").click()
    part.editor.fill("print(2)")
    part.editor.press(keys)
    reader.page.wait_for_function("runs.length === 1")

    assert part.asked()["source"] == "print(2)"
    expect(part.editor).to_have_value("print(2)")
    expect(part.editor).to_be_focused()


def test_tab_indents_and_leaves_after_escape(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()
    part.editor.fill("print(3)")
    part.editor.press("Home")
    part.editor.press("Tab")
    expect(part.editor).to_have_value("    print(3)")

    part.editor.press("Escape")
    expect(part.editor).to_be_focused()
    part.editor.press("Tab")
    expect(part.editor).not_to_be_focused()
    expect(part.button("Run timed.py")).to_be_focused()
    expect(part.editor).to_have_value("    print(3)")


def test_the_editor_is_named_and_explained(block: Open) -> None:
    _, part = block()
    part.button("Edit").click()

    expect(part.editor).to_have_accessible_name("Code of timed.py")
    expect(part.editor).to_have_accessible_description(re.compile("press Escape first"))


def test_an_edit_stays_for_the_visit_and_in_the_browser(block: Open) -> None:
    reader, part = block()
    part.button("Edit").click()
    part.editor.fill("print('mine')")
    before = len(reader.requests)
    other = "core-concepts/exceptions/"
    for address in (other, GUIDE):
        reader.page.locator(f".md-sidebar--primary a[href$='{address.split('/')[1]}/']").evaluate(
            "e => e.click()"
        )
        reader.page.wait_for_url(f"**/{address}")
        title = "Decorators" if address == GUIDE else "Exceptions"
        expect(reader.page.locator("h1")).to_contain_text(title)
    part.come_near()

    expect(part.editor).to_have_value("print('mine')")
    expect(part.editor).not_to_be_focused()
    assert reader.page.evaluate("Object.values({...localStorage}).join().includes('mine')") is False
    assert [path for path in reader.requests[before:] if "mine" in path] == []


def test_blocks_of_one_program_share_an_edit(block: Open) -> None:
    reader, part = block()
    other = CodeBlock(reader.page, NEXT_PART).come_near()
    part.button("Edit").click()
    part.editor.fill("print(4)")
    other.button("Run timed.py").click()
    reader.page.wait_for_function("runs.length === 1")
    assert other.asked()["source"] == "print(4)"
    expect(other.editor).to_have_value("print(4)")

    other.editor.fill("print(5)")
    expect(part.editor).to_have_value("print(5)")
    part.button("Reset").dblclick()
    expect(other.editor).to_have_count(0)


def test_what_does_not_load_is_said_and_can_be_tried_again(block: Open) -> None:
    reader, part = block()
    reader.page.evaluate("fake.failing = 'source'")
    part.button("Edit").click()
    expect(part.status).to_have_text(
        "What this needs did not load. Check the connection and try again."
    )

    reader.page.evaluate("fake.failing = ''")
    part.button("Edit").click()
    expect(part.editor).to_be_focused()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_open_editor_and_output_are_accessible(block: Open, width: int, dark: bool) -> None:
    reader, part = block(width=width, dark=dark)
    part.button("Terminal").click()
    part.button("Edit").click()
    part.run().prints("fine\n").prints("oops\n", "stderr").ends("error")
    expect(part.status).to_have_text("It ended with an error.")

    assert reader.axe_violations() == []
    assert reader.pixels_too_wide() == 0
    assert reader.problems == []
