"""All figures in one report: what was measured, and the goal it is read against."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backend_notes.bench.lighthouse import measure_lighthouse
from backend_notes.bench.page_weight import weigh_pages
from backend_notes.bench.serve import time_edit
from backend_notes.bench.site_build import build_site, time_builds
from backend_notes.bench.snippets import time_snippets
from backend_notes.content.check import check_project
from backend_notes.project import Project


@dataclass(frozen=True)
class Figure:
    """One line of the report.

    Attributes:
        what: what was measured.
        value: the figure, with its unit.
        goal: what it ought to be; empty where it is only reported.
        reached: whether it is; None where there is no goal.
    """

    what: str
    value: str
    goal: str = ""
    reached: bool | None = None

    def __str__(self) -> str:
        mark = {True: "reached", False: "MISSED", None: ""}[self.reached]
        return f"{self.what:<46} {self.value:<34} {self.goal:<22} {mark}".rstrip()


def measure_rules(project: Project) -> Iterator[Figure]:
    """The content rules over the whole repository."""
    started = time.perf_counter()
    check_project(project)
    seconds = time.perf_counter() - started
    yield Figure("content rules, whole repository", f"{seconds:.2f} s", "at most 3 s", seconds <= 3)


def measure_build(project: Project) -> Iterator[Figure]:
    """A full build beside stock Material, and an edit under `mkdocs serve`."""
    times = time_builds(project)
    yield Figure("full build", str(times), "at most 1.25 times", times.ratio <= 1.25)
    page = _guides(project)[0].rstrip("/")
    yield Figure("edit to fresh page under serve", f"{time_edit(project, page):.2f} s")


def measure_snippets(project: Project) -> Iterator[Figure]:
    """All snippets, and whether their time grows with their number."""
    times = time_snippets(project)
    for timed in times:
        value = f"{timed.seconds:.1f} s, {1000 * timed.seconds / timed.count:.0f} ms each"
        whole = timed is times[-1]
        yield Figure(
            f"{timed.count} snippets on {os.cpu_count()} cores",
            value,
            "at most 30 s" if whole else "",
            timed.seconds <= 30 if whole else None,
        )


def measure_pages(project: Project) -> Iterator[Figure]:
    """First view and Lighthouse, mobile, of the start page and every guide."""
    pages = ["", *_guides(project)]
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as name:
        site = Path(name)
        build_site(project, site)
        for weight in weigh_pages(project, site, pages):
            extra = (weight.ours - weight.stock) / 1000
            yield Figure(
                f"first view of {weight.page or 'the start page'}",
                f"{weight.ours / 1000:.1f} kB, {extra:+.1f} kB beside stock",
                "at most +12 kB",
                extra <= 12,
            )
        for scores in measure_lighthouse(project, site, pages, runs=3):
            full = (scores.accessibility, scores.best_practices, scores.seo)
            yield Figure(
                f"Lighthouse, {scores.page or 'the start page'}",
                f"{scores.performance}/{'/'.join(map(str, full))}",
                "at least 98/100/100/100",
                scores.performance >= 98 and full == (100, 100, 100),
            )


MEASUREMENTS: dict[str, Callable[[Project], Iterator[Figure]]] = {
    "rules": measure_rules,
    "build": measure_build,
    "snippets": measure_snippets,
    "pages": measure_pages,
}


def _guides(project: Project) -> list[str]:
    """The addresses of the guides below the site's root."""
    return [
        f"{path.relative_to(project.docs).with_suffix('').as_posix()}/"
        for path in sorted(project.docs.glob("*/*.md"))
        if path.name != "index.md"
    ]
