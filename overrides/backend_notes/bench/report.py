"""All figures in one report: what was measured, and the goal it is read against."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backend_notes.bench.feedback import (
    SLOWED,
    TERMS,
    reader,
    time_answers,
    time_filter,
    typical,
)
from backend_notes.bench.lighthouse import measure_lighthouse
from backend_notes.bench.page_weight import weigh_pages
from backend_notes.bench.practice import time_checks
from backend_notes.bench.runtime import time_runtime
from backend_notes.bench.serve import time_edit
from backend_notes.bench.site_build import build_site, time_builds, time_tooltips
from backend_notes.bench.snippets import time_snippets
from backend_notes.content.check import check_project
from backend_notes.practice.mutants import GOAL, measure
from backend_notes.practice.problem import find_problems
from backend_notes.project import Project

_COUNTERS = ("progress/", "review/")
"""Pages that are programs: stock Material has nothing to compare them with."""

_TOOLS = ("glossary/", *_COUNTERS)


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
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as name:
        build_site(project, Path(name))
        share = time_tooltips(project, Path(name)) / times.ours
    yield Figure("tooltips of terms", f"{share:.1%} of the build", "at most 10 %", share <= 0.1)
    page = _guides(project)[0].rstrip("/")
    yield Figure("edit to fresh page under serve", f"{time_edit(project, page):.2f} s")


def measure_snippets(project: Project) -> Iterator[Figure]:
    """The guides' snippets, and whether their time grows with their number."""
    others = ("practice/", "workbook/")
    times = time_snippets(
        project, [page for page in _guides(project) if not page.startswith(others)]
    )
    for timed in times:
        value = f"{timed.seconds:.1f} s, {1000 * timed.seconds / timed.count:.0f} ms each"
        whole = timed is times[-1]
        yield Figure(
            f"{timed.count} snippets of guides on {os.cpu_count()} cores",
            value,
            "at most 30 s" if whole else "",
            timed.seconds <= 30 if whole else None,
        )


def measure_pages(project: Project) -> Iterator[Figure]:
    """First view and Lighthouse, mobile, of the start page, every guide and the reader's tools."""
    pages = ["", *_guides(project), *_TOOLS]
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as name:
        site = Path(name)
        build_site(project, site)
        for weight in weigh_pages(project, site, pages):
            extra = (weight.ours - weight.stock) / 1000
            read = weight.page not in _COUNTERS
            yield Figure(
                f"first view of {weight.page or 'the start page'}",
                f"{weight.ours / 1000:.1f} kB, {extra:+.1f} kB beside stock",
                "at most +12 kB" if read else "",
                extra <= 12 if read else None,
            )
        for scores in measure_lighthouse(project, site, pages, runs=3):
            full = (scores.accessibility, scores.best_practices, scores.seo)
            yield Figure(
                f"Lighthouse, {scores.page or 'the start page'}",
                f"{scores.performance}/{'/'.join(map(str, full))}",
                "at least 98/100/100/100",
                scores.performance >= 98 and full == (100, 100, 100),
            )


def measure_service(project: Project) -> Iterator[Figure]:
    """The picking engine under load; what a pipeline and an unblocked event loop are worth."""
    from backend_notes.bench import service
    from backend_notes.builds.queue_time import longest_queue, queue_times
    from backend_notes.services.lease import Services

    with Services() as services:
        for workers in (1, 4):
            load = service.measure_requests(services, workers)
            yield Figure(
                f"POST /process_order, worker processes: {workers}",
                f"{load.per_second:.0f} requests/s, p99 {load.p99:.0f} ms",
            )
        with services.lease(["redis", "rabbitmq"]) as leased:
            redis, rabbitmq = service.settings_of(leased)
            events = service.measure_consumer(redis, rabbitmq)
            yield Figure("events consumed, one consumer", f"{events:.0f} events/s")
            ratio = service.measure_pipeline(redis)
            yield Figure("1,000 orders one by one, beside one pipeline", f"{ratio:.1f} times")
        package = project.snippets / "picking_engine"
        for what, cured in {"as it is": False, "with the fix": True}.items():
            waited = 1000 * longest_queue(queue_times(services, package, cured=cured))
            yield Figure(f"longest queue time beside a waiting handler, {what}", f"{waited:.0f} ms")


def measure_feedback(project: Project) -> Iterator[Figure]:
    """How long a reader waits for an answer's verdict, and for the terms that the filter finds."""
    guide = _guides(project)[0]
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as name:
        build_site(project, Path(name))
        with reader(Path(name)) as (page, address):
            for slowed, goal in ((1, 16), (SLOWED, 40)):
                waits = {
                    "click to verdict": time_answers(page, address, guide, slowed),
                    f"key to found among {TERMS} terms": time_filter(page, address, slowed),
                }
                for what, times in waits.items():
                    wait = typical(times)
                    yield Figure(
                        f"{what}, processor {slowed} times slower" if slowed > 1 else what,
                        f"{wait:.1f} ms, median of {len(times)}",
                        f"at most {goal} ms",
                        wait <= goal,
                    )


def measure_runtime(project: Project) -> Iterator[Figure]:
    """Programs in the page: how soon they answer, and whether the page stays responsive."""
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as name:
        build_site(project, Path(name))
        times = time_runtime(Path(name))
    for what, value, goal in (
        ("first click to the first FastAPI response", times.cold, 2500),
        ("the same on a later visit", times.later, 1200),
        ("the next run", times.again, 50),
        ("stop until the next program has printed", times.stop, 1500),
        ("longest frame while 10,000 lines are printed", times.frame, 100),
    ):
        yield Figure(what, f"{value:.0f} ms", f"at most {goal} ms", value <= goal)


def measure_practice(project: Project) -> Iterator[Figure]:
    """How soon the page says whether an answer to a practice problem is right."""
    with tempfile.TemporaryDirectory(prefix="notes-bench-") as name:
        build_site(project, Path(name))
        times = time_checks(project, Path(name))
    for what, value in (
        ("first check of a problem, the longest", times.first),
        ("a later check, median of all problems", times.typical),
        (f"a later check of {times.slowest}, the slowest", times.longest),
    ):
        yield Figure(what, f"{value:.0f} ms", "at most 500 ms", value <= 500)


def measure_mutants(project: Project) -> Iterator[Figure]:
    """How many mutants of each practice solution its visible tests kill."""
    for problem in find_problems(project):
        strength = measure(problem)
        yield Figure(
            f"mutants of {problem.name}",
            str(strength),
            f"at least {GOAL:.0%}",
            strength.share >= GOAL,
        )
        for survivor in strength.listed:
            place, line, becomes = survivor.key
            kind = "equivalent" if survivor.equivalent else "accepted"
            yield Figure(f"  survivor in {place}, {kind}", f"{line} → {becomes}: {survivor.reason}")


MEASUREMENTS: dict[str, Callable[[Project], Iterator[Figure]]] = {
    "rules": measure_rules,
    "build": measure_build,
    "snippets": measure_snippets,
    "pages": measure_pages,
    "runtime": measure_runtime,
    "feedback": measure_feedback,
    "service": measure_service,
    "practice": measure_practice,
    "mutants": measure_mutants,
}


def _guides(project: Project) -> list[str]:
    """The addresses of the guides below the site's root."""
    return [
        f"{path.relative_to(project.docs).with_suffix('').as_posix()}/"
        for path in sorted(project.docs.glob("*/*.md"))
        if path.name != "index.md"
    ]
