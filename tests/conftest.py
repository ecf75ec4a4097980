"""What every test may use: the repository and its site, a scratch one, and the real services."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from once import once_a_run
from patience import PATIENCE
from playwright.sync_api import Playwright, expect, sync_playwright

from backend_notes.project import Project, find_project
from backend_notes.services.lease import Services
from backend_notes.services.policy import skip_or_fail
from backend_notes.site.node import NodeModulesError, ensure_packages
from backend_notes.snippets.source import Snippet

expect.set_options(timeout=PATIENCE)


def pytest_xdist_auto_num_workers() -> int:
    """One more worker than cores: many programs spend their time waiting."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def project() -> Project:
    """This repository."""
    return find_project(Path(__file__).parent)


@pytest.fixture(scope="session")
def modules(project: Project) -> Path:
    """The npm packages, those for tests too."""
    try:
        return ensure_packages(project, dev=True)
    except NodeModulesError as error:
        skip_or_fail(error)


@pytest.fixture(scope="session")
def site(project: Project, tmp_path_factory: pytest.TempPathFactory, modules: Path) -> Path:
    """The folder of the whole site, built in strict mode once a run, for all workers."""
    assert modules.is_dir()

    def build(folder: Path) -> str | None:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
        done = subprocess.run(
            command, cwd=project.root, capture_output=True, text=True, check=False
        )
        return f"mkdocs build --strict:\n{done.stderr[-3000:]}" if done.returncode else None

    return once_a_run(tmp_path_factory, "whole-site", build) / "site"


@pytest.fixture(scope="session")
def services() -> Iterator[Services]:
    """Real servers, found or started at the first use, one set per worker."""
    with Services() as found:
        yield found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers; a process can have one only."""
    with sync_playwright() as started:
        yield started


@pytest.fixture
def scratch(tmp_path: Path) -> Project:
    """An empty project of a test's own."""
    for folder in ("docs", "snippets"):
        (tmp_path / folder).mkdir()
    for file in ("mkdocs.yml", "pyproject.toml"):
        (tmp_path / file).touch()
    return Project(tmp_path)


@pytest.fixture
def write(scratch: Project) -> Callable[..., Snippet]:
    """Write a snippet of the scratch project; with `out`, its recorded output too."""

    def write_snippet(name: str, text: str, out: str | None = None) -> Snippet:
        path = scratch.snippets / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if out is not None:
            path.with_suffix(".out").write_text(out, encoding="utf-8")
        return Snippet(scratch, path)

    return write_snippet
