"""A host for the whole site, and a browser that reports everything it objects to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from patience import PATIENCE
from playwright.sync_api import Browser, BrowserContext, Playwright
from visit import Visit

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder
from backend_notes.services.policy import skip_or_fail


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where a static host serves the site."""
    with serve_folder(site) as found:
        yield found


@pytest.fixture(scope="session")
def axe(modules: Path) -> str:
    """The source of axe-core."""
    return (modules / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for each worker."""
    try:
        chromium = find_chromium()
    except FileNotFoundError as error:
        skip_or_fail(error)
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
        path: str = "",
        *,
        width: int = 1280,
        dark: bool = False,
        javascript: bool = True,
        touch: bool = False,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            has_touch=touch,
            is_mobile=touch,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.route("**/sitemap.xml", lambda route: route.fulfill(body=_here(site, address)))
        context.set_default_timeout(PATIENCE)
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
