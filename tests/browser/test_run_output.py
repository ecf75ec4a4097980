"""What a run shows below its block. Python itself is in test_run.py."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from code_block import Open, open_block
from playwright.sync_api import expect
from visit import Visit


@pytest.fixture
def block(visit: Callable[..., Visit]) -> Open:
    """A block with its buttons, and a fake in the place of Python."""
    return partial(open_block, visit)


def test_other_versions_than_at_home_are_named(block: Open) -> None:
    reader, part = block()
    index = {"runtime": {"differences": [["pydantic", "2.14.3", "2.13.0"]]}, "programs": {}}
    reader.page.route("**/runtime/programs.json", lambda route: route.fulfill(json=index))
    for _ in range(2):
        part.run().ends()
        expect(part.block.locator(".code-panel__versions")).to_have_text(
            "Not the versions of a run on your machine: pydantic 2.13.0 (there 2.14.3)."
        )


def test_output_comes_as_it_is_printed(block: Open) -> None:
    _, part = block()
    part.run().prints("one\ntw").prints("o\n").prints("oops\n", "stderr")

    expect(part.output).to_have_text("one\ntwo\noops\n")
    expect(part.output.locator(".code-panel__stderr")).to_have_text("oops\n")
    expect(part.output).to_have_attribute("tabindex", "0")
    part.ends()
    expect(part.status).to_have_text("Finished.")
    expect(part.button("Run timed.py")).to_be_visible()


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ({"outcome": "ok"}, "Finished. It printed nothing."),
        ({"outcome": "error"}, "It ended with an error."),
        ({"outcome": "error", "message": "It ended with ValueError."}, "It ended with ValueError."),
        ({"outcome": "cut"}, "Stopped: it printed more than a page can show."),
    ],
)
def test_a_run_ends_in_words(block: Open, result: dict[str, str], sentence: str) -> None:
    _, part = block()
    part.run().ends(**result)

    expect(part.status).to_have_text(sentence)


def test_a_run_can_be_stopped(block: Open) -> None:
    _, part = block()
    part.run().prints("still here\n")
    part.button("Stop timed.py").click()

    expect(part.status).to_have_text("Stopped.")
    expect(part.output).to_have_text("still here\n")
    assert part.asked()["stops"] == 1
    expect(part.button("Run timed.py")).to_be_focused()


def test_a_second_run_starts_with_an_empty_panel(block: Open) -> None:
    _, part = block()
    part.run().prints("first\n").ends("error")
    part.run().prints("second\n").ends()

    expect(part.output).to_have_text("second\n")
    expect(part.block.locator("[data-outcome=error]")).to_have_count(0)


def test_loading_is_shown_with_its_size(block: Open) -> None:
    reader, part = block()
    part.run()
    reader.page.evaluate("runs[0].load({ text: 'Loading Python', loaded: 2.1e6, total: 6.3e6 })")
    progress = part.block.get_by_role("progressbar", name="Loading")

    expect(part.status).to_have_text("Loading Python: 6.3 MB")
    assert progress.evaluate("e => e.value") == pytest.approx(1 / 3)
    part.prints("loaded\n")
    expect(progress).to_be_hidden()


@pytest.mark.parametrize(("answer", "runs"), [("Load and run", 1), ("Not now", 0)])
def test_a_reader_who_saves_data_is_asked_first(block: Open, answer: str, runs: int) -> None:
    reader, part = block()
    reader.page.evaluate(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    part.button("Run timed.py").click()

    expect(part.status).to_contain_text("the page loads 6.3 MB once (Python, FastAPI)")
    expect(part.button("Load and run")).to_be_focused()
    part.button(answer).click()
    reader.page.wait_for_function(f"runs.length === {runs}")
    expect(part.button("Not now")).to_have_count(0)


def test_a_reader_who_saves_data_is_not_asked_about_nothing(block: Open) -> None:
    reader, part = block(bytes=0)
    reader.page.evaluate(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )

    part.run()


def test_ten_thousand_lines_do_not_hold_the_page_up(block: Open) -> None:
    reader, part = block()
    part.run()
    frames = reader.page.evaluate(
        """async () => {
            const frames = [];
            for (let batch = 0; batch < 50; batch++) {
                runs[0].print("a line of some thirty characters\\n".repeat(200), "stdout");
                const before = performance.now();
                await new Promise(requestAnimationFrame);
                frames.push(performance.now() - before);
            }
            return frames;
        }"""
    )

    assert part.output.inner_text().count("\n") >= 9_999
    # The machine is busy with other tests: what counts is that frames do not grow with the output.
    assert sorted(frames)[len(frames) // 2] < 100
    assert sorted(frames[-10:])[5] < 100


def test_leaving_the_page_stops_its_program(block: Open) -> None:
    reader, part = block()
    part.run().prints("working\n")
    reader.page.locator(".md-sidebar--primary a[href$='exceptions/']").evaluate("e => e.click()")
    reader.page.wait_for_url("**/exceptions/")

    reader.page.wait_for_function("runs[0].stops === 1")
    assert reader.problems == []
