"""The built site, a host for it, and a browser that reports everything it objects to."""

from __future__ import annotations

import fcntl
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright
from visit import Visit

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder
from backend_notes.project import Project
from backend_notes.site.node import NodeModulesError, ensure_packages


def _unavailable(reason: str) -> NoReturn:
    """Skip, or fail where everything must be there."""
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@contextmanager
def _only_one_worker(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "site-for-browsers"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def site(project: Project, shared: Path, axe: str) -> Path:
    """The site, built once a run in strict mode, when all packages are in their place."""
    folder, log = shared / "site", shared / "build.log"
    with _only_one_worker(shared):
        if not log.exists():
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
            with log.open("wb") as output:
                done = subprocess.run(
                    command, cwd=project.root, stdout=output, stderr=output, check=False
                )
            (shared / "status").write_text(str(done.returncode))
    if (shared / "status").read_text() != "0":
        pytest.fail(f"mkdocs build --strict:\n{log.read_text()[-3000:]}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where a static host serves the site."""
    with serve_folder(site) as found:
        yield found


@pytest.fixture(scope="session")
def axe(project: Project) -> str:
    """The source of axe-core."""
    try:
        modules = ensure_packages(project, dev=True)
    except NodeModulesError as error:
        _unavailable(f"axe-core cannot be installed: {error}")
    return (modules / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for each worker."""
    try:
        chromium = find_chromium()
    except FileNotFoundError as error:
        _unavailable(str(error))
    found = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
    yield found
    found.close()


def _here(site: Path, address: str) -> str:
    """The site map as the host of `site_url` serves it: instant navigation trusts its addresses."""
    return re.sub(r"<loc>https?://[^/]+/", f"<loc>{address}", (site / "sitemap.xml").read_text())


@pytest.fixture
def visit(browser: Browser, site: Path, address: str, axe: str) -> Iterator[Callable[..., Visit]]:
    """Open a page of the site: `visit("fastapi/", width=360, dark=True, javascript=False)`."""
    contexts: list[BrowserContext] = []

    def open_page(
        path: str = "", *, width: int = 1280, dark: bool = False, javascript: bool = True
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.route("**/sitemap.xml", lambda route: route.fulfill(body=_here(site, address)))
        context.set_default_timeout(20_000)
        return Visit(context.new_page(), address, axe).go(path)

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def stops(site: Path) -> list[dict[str, Any]]:
    """The pages of the track "Building a production API" that exist, in order."""
    tracks = json.loads((site / "assets/tracks.json").read_text("utf-8"))["tracks"]
    found: list[dict[str, Any]] = next(t["pages"] for t in tracks if t["id"] == "production-api")
    assert len(found) >= 3
    return found


@pytest.fixture
def following(visit: Callable[..., Visit]) -> Callable[..., Visit]:
    """Open a page in a browser that follows a track and has read some pages."""
    when = "2026-01-01T00:00:00.000Z"

    def open_page(path: str, *read: str, track: str = "production-api", **options: Any) -> Visit:
        reader = visit("404.html", **options)
        pages = dict.fromkeys(read, when)
        choice = {"id": track, "when": when}
        progress = {"version": 1, "quizzes": {}, "pages": pages, "last": None, "track": choice}
        reader.page.evaluate(
            "text => localStorage.setItem('python-backend-notes.progress', text)",
            json.dumps(progress),
        )
        reader.problems.clear()
        return reader.go(path)

    return open_page
