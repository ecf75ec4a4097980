"""How long the site takes to build, beside stock Material with the same Markdown."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from backend_notes.bench.stock import make_stock_project
from backend_notes.project import Project
from backend_notes.site.glossary import GLOSSARY, Glossary, read_terms
from backend_notes.site.glossary_uses import TermFinder, explain_uses


@dataclass(frozen=True)
class BuildTimes:
    """Seconds of a full build, each the median of its runs."""

    ours: float
    stock: float

    @property
    def ratio(self) -> float:
        """How many times as long as stock Material the site takes."""
        return self.ours / self.stock

    def __str__(self) -> str:
        return f"{self.ours:.2f} s, stock Material {self.stock:.2f} s, ratio {self.ratio:.2f}"


def time_builds(project: Project, runs: int = 5) -> BuildTimes:
    """Build both sites in turn, so that what else the machine does meets both.

    Raises:
        RuntimeError: a build failed; the message is its own.
    """
    with tempfile.TemporaryDirectory(prefix="notes-stock-") as name:
        stock = make_stock_project(project, Path(name))
        target = Path(name) / "site"
        build_site(project, target)  # installs npm packages, fills caches of bytecode
        pairs = [(build_site(project, target), build_site(stock, target)) for _ in range(runs)]
    return BuildTimes(median(ours for ours, _ in pairs), median(stock for _, stock in pairs))


def build_site(project: Project, target: Path) -> float:
    """Build a project's site into a folder; returns the seconds it took.

    Raises:
        RuntimeError: the build failed; the message is its own.
    """
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(target)],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"mkdocs build failed in {project.root}:\n{done.stderr[-2000:]}")
    return time.perf_counter() - started


def time_tooltips(project: Project, site: Path) -> float:
    """Seconds that a build spends on the tooltips of terms: it goes through every page once.

    Args:
        project: holds the glossary.
        site: the built site, whose pages are gone through once more.
    """
    glossary = Glossary(read_terms((project.docs / GLOSSARY).read_text("utf-8")))
    pages = [path.read_text("utf-8") for path in site.rglob("index.html")]
    started = time.perf_counter()
    finder = TermFinder(glossary)
    for html in pages:
        explain_uses(html, glossary, "", finder)
    return time.perf_counter() - started
