"""The published versions of the real site, read in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from once import once_a_run
from patience import PATIENCE
from playwright.sync_api import Browser, Page, Playwright, expect
from real_site import HOST, PATH, publish_versions

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.static_server import serve_folder
from backend_notes.project import Project
from backend_notes.services.policy import skip_or_fail

ROOT = f"http://{HOST}{PATH}"
GUIDE = "core-concepts/decorators/"
PROGRAM, PRINTED = "core_concepts/decorators/timed.py:use", "pick took"
VERSIONS = ("1.0", "2.0", "latest", "dev")


@pytest.fixture(scope="session")
def public(project: Project, tmp_path_factory: pytest.TempPathFactory, modules: Path) -> Path:
    """What the host serves; published once a run."""

    def publish(folder: Path) -> None:
        publish_versions(project, folder, modules)

    return once_a_run(tmp_path_factory, "published", publish) / "public"


@pytest.fixture(scope="session")
def browser(public: Path, playwright: Playwright) -> Iterator[Browser]:
    """Chromium, which takes this machine for the site's host."""
    try:
        chromium = find_chromium()
    except FileNotFoundError as error:
        skip_or_fail(error)
    with serve_folder(public) as address:
        rule = f"--host-resolver-rules=MAP {HOST} {urlsplit(address).netloc}"
        found = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, rule])
        yield found
        found.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader's first visit. Nothing but missing pages may be reported in the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(f"{message.type}: {message.text}"))
    yield page
    context.close()
    assert [said for said in problems if not re.match("log|info|error: .* 404 ", said)] == []


def choose(page: Page, version: str) -> None:
    """Take another version in the selector."""
    page.locator(".md-version__current").focus()
    page.locator(f".md-version__link[href$='/{version}/']").click()


def test_the_selector_lists_all_versions_and_keeps_page_and_anchor(reader: Page) -> None:
    for version in ("2.0", "dev"):
        reader.goto(f"{ROOT}1.0/{GUIDE}")
        reader.locator(".md-version__current").focus()
        listed = reader.locator(".md-version__link").all_inner_texts()
        assert [name.removesuffix("latest").strip() for name in listed] == ["dev", "2.0", "1.0"]
        reader.evaluate("history.replaceState({}, '', '#summary')")
        choose(reader, version)
        reader.wait_for_url(f"{ROOT}{version}/{GUIDE}#summary")


def test_the_selector_follows_a_page_that_moved(reader: Page) -> None:
    reader.goto(f"{ROOT}1.0/first-news/")
    choose(reader, "2.0")
    reader.wait_for_url(f"{ROOT}2.0/news/")


def test_the_selector_leads_to_the_start_where_a_version_has_no_such_page(reader: Page) -> None:
    reader.goto(f"{ROOT}dev/coming/")
    choose(reader, "1.0")
    reader.wait_for_url(f"{ROOT}1.0/")


def test_the_banner_of_an_older_version_leads_to_the_same_place(reader: Page) -> None:
    reader.goto(f"{ROOT}1.0/{GUIDE}")
    banner = reader.locator(".md-banner--warning")
    link = banner.get_by_role("link", name="Read “Decorators” in the latest version")
    link.wait_for()
    assert "You are reading an older version." in banner.inner_text()
    reader.evaluate("history.replaceState({}, '', '#summary')")
    link.click()
    reader.wait_for_url(f"{ROOT}latest/{GUIDE}#summary")
    assert not reader.locator(".md-banner--warning").is_visible()


def test_the_banner_follows_instant_navigation_and_pages_that_moved(reader: Page) -> None:
    reader.goto(f"{ROOT}1.0/{GUIDE}")
    reader.get_by_role("link", name="Read “Decorators” in the latest version").wait_for()
    reader.evaluate("window.stayed = true")
    reader.locator(".md-tabs__link", has_text="News").click()
    link = reader.get_by_role("link", name="Read “News” in the latest version")
    link.wait_for()
    assert reader.evaluate("window.stayed")
    link.click()
    reader.wait_for_url(f"{ROOT}latest/news/")


def test_the_banner_of_what_is_not_released(reader: Page) -> None:
    reader.goto(f"{ROOT}dev/coming/")
    banner = reader.locator(".md-banner--warning")
    banner.get_by_role("link", name="Go to the latest version").click()
    reader.wait_for_url(f"{ROOT}latest/")
    reader.goto(f"{ROOT}dev/{GUIDE}")
    banner.get_by_role("link", name="Read “Decorators” in the latest version").wait_for()
    assert "These notes are not released yet." in banner.inner_text()


@pytest.mark.parametrize("version", ["2.0", "latest"])
def test_the_latest_version_has_no_banner(reader: Page, version: str) -> None:
    reader.goto(f"{ROOT}{version}/{GUIDE}")
    reader.locator(".md-version__current").wait_for()
    assert not reader.locator(".md-banner--warning").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_selector_and_banner_are_accessible(reader: Page, project: Project, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(f"{ROOT}1.0/first-news/")
    reader.get_by_role("link", name="Read “News” in the latest version").wait_for()
    current = reader.get_by_role("button", name="Version 1.0")
    current.focus()
    reader.evaluate((project.root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    for colours in ("light", "dark"):
        reader.emulate_media(color_scheme="dark" if colours == "dark" else "light")
        found = reader.evaluate("axe.run(document).then(({ violations }) => violations)")
        assert [entry["id"] for entry in found] == []
    for place in (current, *reader.locator(".md-version__link").all()):
        assert (place.bounding_box() or {"height": 0})["height"] >= 44
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_every_version_names_the_latest_as_the_address_of_a_page(reader: Page) -> None:
    for version in VERSIONS:
        reader.goto(f"{ROOT}{version}/{GUIDE}")
        canonical = reader.locator("link[rel=canonical]").get_attribute("href")
        assert canonical == f"{ROOT}latest/{GUIDE}"


def test_the_root_and_a_redirect_lead_on(reader: Page) -> None:
    reader.goto(f"{ROOT}?h=decorators")
    reader.wait_for_url(f"{ROOT}latest/?h=decorators")
    reader.goto(f"{ROOT}latest/first-news/#news")
    reader.wait_for_url(f"{ROOT}latest/news/#news")


def test_an_answer_counts_in_every_version(reader: Page) -> None:
    reader.goto(f"{ROOT}1.0/{GUIDE}")
    quiz = reader.locator(".quiz[id]").first
    quiz.scroll_into_view_if_needed()
    quiz.locator("form").wait_for()
    quiz.locator("li[data-answer=right] label").first.click()
    expect(quiz.get_by_role("status")).to_have_text("Right.")
    for version in VERSIONS:
        reader.goto(f"{ROOT}{version}/{GUIDE}")
        quiz.scroll_into_view_if_needed()
        expect(quiz.get_by_role("status")).to_have_text("Answered right before.")


@pytest.mark.parametrize("version", ["1.0", "latest"])
def test_programs_run_with_the_python_beside_the_versions(
    reader: Page, public: Path, version: str
) -> None:
    [folder] = (public / "notes" / "runtime").iterdir()  # the same for all of them
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(f"{ROOT}{version}/{GUIDE}")
    block = reader.locator(f"[data-snippet='{PROGRAM}']")
    block.scroll_into_view_if_needed()
    block.get_by_role("button", name=re.compile("^Run ")).click()
    expect(block.get_by_role("log")).to_contain_text(PRINTED)
    assert f"{ROOT}runtime/{folder.name}/pyodide.asm.wasm" in asked
    assert not list((public / "notes" / version).rglob("*.wasm"))


@pytest.mark.parametrize("place", ["no/such/page/", "1.0/no/such/page/", "9.9/"])
def test_a_missing_page_leads_back(reader: Page, place: str) -> None:
    answer = reader.goto(f"{ROOT}{place}")
    assert answer is not None and answer.status == 404
    assert "There is no page at this address" in reader.locator("h1").inner_text()
    reader.locator(".md-version__current").wait_for()
    reader.get_by_role("link", name="The start page").click()
    reader.wait_for_url(f"{ROOT}latest/")


@pytest.mark.parametrize(
    ("place", "page"),
    [(GUIDE, GUIDE), ("1.0/news/", "news/"), ("9.9/news", "news/"), ("news/index.html", "news/")],
)
def test_a_missing_page_that_the_latest_version_has(reader: Page, place: str, page: str) -> None:
    reader.goto(f"{ROOT}{place}")
    reader.get_by_role("link", name="The page of this address in the latest version").click()
    reader.wait_for_url(f"{ROOT}latest/{page}")


def test_each_version_has_a_page_for_missing_ones_of_its_own(public: Path) -> None:
    for version in VERSIONS:
        text = (public / "notes" / version / "404.html").read_text("utf-8")
        hrefs = {href for href in re.findall('href="(/[^"]*)"', text) if "/../" not in href}
        assert hrefs and all(href.startswith(f"{PATH}{version}/") for href in hrefs)


def test_no_link_of_any_version_is_broken(public: Path) -> None:
    pages = {
        path: re.sub(r'<link rel="canonical"[^>]*>', "", path.read_text("utf-8"))
        if "dev" in path.parts  # what the latest version does not have yet
        else path.read_text("utf-8")
        for path in public.glob("notes/**/*.html")
    }
    known = {path: set(re.findall(r'\s(?:id|name)="?([^"\s>]+)', pages[path])) for path in pages}
    broken = []
    for path, text in pages.items():
        here = f"http://{HOST}/{path.relative_to(public).as_posix()}"
        for target in sorted(set(re.findall(r'\s(?:href|src)="?([^"\s>]+)', text))):
            url = urlsplit(urljoin(here, unescape(target)))
            file = public / unquote(url.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            anchors = {url.fragment, unquote(url.fragment)} & known.get(file, {url.fragment})
            if url.hostname == HOST and not (file.is_file() and (anchors or not url.fragment)):
                broken.append(f"{here}: {target}")
    assert len(pages) > 4 * 10
    assert broken == []
