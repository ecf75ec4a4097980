"""Lighthouse, as a phone sees the site."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder
from backend_notes.project import Project
from backend_notes.site.node import NODE, ensure_packages

_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TIMEOUT = 180


@dataclass(frozen=True)
class LighthouseScores:
    """The scores of one page, 0 to 100, each the median of its runs.

    Attributes:
        page: the address below the site's root.
        shift: cumulative layout shift.
        blocked: total blocking time, in milliseconds.
        failures: audits below the full score outside performance, as `audit: what failed`.
    """

    page: str
    performance: int
    accessibility: int
    best_practices: int
    seo: int
    shift: float
    blocked: float
    failures: tuple[str, ...] = ()

    def __str__(self) -> str:
        scores = (self.performance, self.accessibility, self.best_practices, self.seo)
        return f"{'/'.join(map(str, scores)):<16} {self.page or '(start page)'}"


def measure_lighthouse(
    project: Project, site: Path, pages: Iterable[str], runs: int = 1
) -> Iterator[LighthouseScores]:
    """Score pages of a built site with Lighthouse's mobile settings, one at a time.

    Args:
        project: the checkout whose npm packages hold Lighthouse.
        site: a built site.
        pages: addresses below its root, such as `core-concepts/decorators/`.
        runs: how often to load each page; scores are medians.

    Raises:
        NodeModulesError: Lighthouse cannot be installed.
        FileNotFoundError: there is no Chromium.
        RuntimeError: Lighthouse failed; the message is its own.
    """
    program = ensure_packages(project, dev=True) / "lighthouse" / "cli" / "index.js"
    chromium = find_chromium()
    with serve_folder(site) as address:
        for page in pages:
            reports = [_report(program, chromium, address + page) for _ in range(runs)]
            yield _scores(page, reports)


def _report(program: Path, chromium: Path, address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        output = Path(folder) / "report.json"
        done = subprocess.run(
            [
                *(*NODE, str(program), address, "--quiet"),
                *("--output=json", f"--output-path={output}"),
                f"--only-categories={','.join(_CATEGORIES)}",
                f"--chrome-flags={' '.join(FLAGS)}",
            ],
            env={**os.environ, "CHROME_PATH": str(chromium), "TMPDIR": folder},
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            check=False,
        )
        if not output.is_file():
            raise RuntimeError(f"Lighthouse failed on {address}: {done.stderr.strip()[-500:]}")
        report: dict[str, Any] = json.loads(output.read_text("utf-8"))
        return report


def _scores(page: str, reports: list[dict[str, Any]]) -> LighthouseScores:
    def score(category: str) -> int:
        scores = [float(report["categories"][category]["score"]) for report in reports]
        return round(100 * median(scores))

    def figure(audit: str) -> float:
        return float(median(report["audits"][audit].get("numericValue", 0) for report in reports))

    return LighthouseScores(
        page=page,
        performance=score("performance"),
        accessibility=score("accessibility"),
        best_practices=score("best-practices"),
        seo=score("seo"),
        shift=round(figure("cumulative-layout-shift"), 4),
        blocked=round(figure("total-blocking-time")),
        failures=tuple(_failures(reports[-1])),
    )


def _failures(report: dict[str, Any]) -> Iterator[str]:
    for category in _CATEGORIES[1:]:
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] not in (None, 1):
                yield f"{audit['id']}: {audit['title']}"
