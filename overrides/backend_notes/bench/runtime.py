"""How soon programs answer in the page: the first click, a later visit, the next run, a stop."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder

# A program that asks its own application, and what its answer starts with.
_PROGRAM = "fastapi/dependency_injection/first_dependency.py"
_PAGE = "404.html"

# Seconds between an answer and the next click.
_READING = 1.0
# A block gets its button when the index is there: the click comes after that.
_LOAD = """async address => {
    globalThis.runner = await import(address + "assets/javascripts/runner.mjs");
    if (!(await runner.runtimeAvailable())) throw new Error("The site has no Python.");
}"""
_FIRST_OUTPUT = """async program => {
    const started = performance.now();
    let first = 0;
    const { done } = runner.run(program, { onOutput: () => (first ||= performance.now()) });
    const { outcome, message } = await done;
    if (outcome !== "ok") throw new Error(message);
    return first - started;
}"""
_WHOLE_RUN = """async program => {
    const started = performance.now();
    const { outcome, message } = await runner.run(program).done;
    if (outcome !== "ok") throw new Error(message);
    return performance.now() - started;
}"""
_STOP = """async program => {
    const { done, stop } = runner.run(program, {
        source: "print('running', flush=True)\\nwhile True: pass",
        onOutput: () => setTimeout(() => { globalThis.stoppedAt = performance.now(); stop(); }),
    });
    await done;
    await runner.run(program, { source: "print('ready')" }).done;
    return performance.now() - stoppedAt;
}"""
# What the page does with output is part of it: lines are appended to a visible element.
_LONGEST_FRAME = """async program => {
    const place = document.body.appendChild(document.createElement("pre"));
    let longest = 0, last = performance.now(), over = false;
    const watch = (now) => {
        longest = Math.max(longest, now - last);
        last = now;
        if (!over) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    const source = "for number in range(10_000): print('order', number, 'is packed')";
    const onOutput = (text) => place.append(text);
    const { outcome, message } = await runner.run(program, { source, onOutput }).done;
    await new Promise(requestAnimationFrame);
    over = true;
    if (outcome !== "ok") throw new Error(message);
    return longest;
}"""


@dataclass(frozen=True)
class RuntimeTimes:
    """Milliseconds, each the median of its runs, everything served by this machine.

    Attributes:
        cold: a first visit's click to the first response of FastAPI.
        later: the same with a filled cache.
        again: the same program once more, from click to end, when its answer was read.
        stop: stopping an endless loop until the next program has printed.
        frame: the longest frame while 10,000 lines are printed.
    """

    cold: float
    later: float
    again: float
    stop: float
    frame: float


def time_runtime(site: Path, runs: int = 5) -> RuntimeTimes:
    """Measure a built site in Chromium.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    rows = [_one_reader(site) for _ in range(runs)]
    return RuntimeTimes(*(median(column) for column in zip(*rows, strict=True)))


def _one_reader(site: Path) -> tuple[float, float, float, float, float]:
    """A reader who comes for the first time, and comes again."""
    with serve_folder(site) as address, tempfile.TemporaryDirectory() as profile:
        with _visit(address, profile) as ask:
            cold = ask(_FIRST_OUTPUT)
        with _visit(address, profile) as ask:
            later = ask(_FIRST_OUTPUT)
            time.sleep(_READING)
            again = median(ask(_WHOLE_RUN) for _ in range(5))
            frame = ask(_LONGEST_FRAME)
            return cold, later, again, ask(_STOP), frame


@contextmanager
def _visit(address: str, profile: str) -> Iterator[Callable[[str], float]]:
    """A browser with the caches of a profile; yields what measures a script in a page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        context: Any = playwright.chromium.launch_persistent_context(
            profile, executable_path=find_chromium(), args=list(FLAGS)
        )
        try:
            page = context.new_page()
            page.set_default_timeout(120_000)
            page.goto(address + _PAGE, wait_until="networkidle")
            page.evaluate(_LOAD, address)
            yield lambda script: float(page.evaluate(script, _PROGRAM))
        finally:
            context.close()
