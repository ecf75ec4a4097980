"""How soon the page says whether an answer to a practice problem is right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder
from backend_notes.practice.problem import Problem, find_problems
from backend_notes.project import Project

# From the click to the sentence: the editor, the worker and the list of tests are all part of it.
_CHECK = """async () => {
    const [button] = document.querySelectorAll(".practice-check");
    const started = performance.now();
    button.click();
    for (;;) {
        await new Promise(requestAnimationFrame);
        const said = document.querySelector(".code-panel__status")?.textContent ?? "";
        if (button.textContent.startsWith("Check") && / tests pass/.test(said))
            return performance.now() - started;
    }
}"""
_RUNS = 5


@dataclass(frozen=True)
class CheckTimes:
    """Milliseconds from the click on Check to the result, once Python is there.

    Attributes:
        first: the longest of the first checks of each problem.
        typical: the median over all later checks.
        longest: the longest median of one problem.
        slowest: which problem that is.
    """

    first: float
    typical: float
    longest: float
    slowest: str


def time_checks(project: Project, site: Path) -> CheckTimes:
    """Check each problem's solution on its page, several times, and a wrong answer before it.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    from playwright.sync_api import sync_playwright

    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        try:
            page = browser.new_page()
            page.set_default_timeout(120_000)
            rows = {p.name: _check(page, address, p) for p in find_problems(project)}
        finally:
            browser.close()
    medians = {name: median(times[1:]) for name, times in rows.items()}
    slowest = max(medians, key=lambda name: medians[name])
    return CheckTimes(
        max(times[0] for times in rows.values()),
        median(time for times in rows.values() for time in times[1:]),
        medians[slowest],
        slowest,
    )


def _check(page: Any, address: str, problem: Problem) -> list[float]:
    """The times of a wrong answer, whose approach is recognised, and of the solution."""
    page.goto(f"{address}practice/{problem.name.replace('_', '-')}/")
    block = page.locator(f"[data-snippet='practice/{problem.name}/starter.py']")
    block.scroll_into_view_if_needed()
    page.mouse.wheel(0, 1)
    editor = block.get_by_role("textbox", name="Your answer")
    block.locator(".code-bar").wait_for()
    page.evaluate(_CHECK)  # Python arrives
    times = []
    for text in (*list(problem.wrongs.values())[:1], problem.solution.read_text("utf-8")):
        editor.fill(text)
        times += [float(page.evaluate(_CHECK)) for _ in range(_RUNS)]
    return times
