"""What surrounds the pages: navigation, colours, keyboard, print, no JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

GUIDE = "core-concepts/decorators/"


def test_drawer_is_accessible(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE, width=360)
    reader.page.locator("header label[for=__drawer] [role=button]").focus()
    reader.page.keyboard.press("Enter")

    expect(reader.page.locator("#__drawer")).to_be_checked()
    reader.page.wait_for_timeout(400)
    assert reader.axe_violations() == []


def test_a_reader_chooses_the_colours(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    body = reader.page.locator("body")
    button = reader.page.locator("header .md-header__option button:visible")
    for scheme in ("default", "slate", "default"):
        button.click()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    reader.page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")

    button.focus()
    reader.page.keyboard.press("Enter")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    expect(button).to_be_focused()
    expect(button).to_have_accessible_name("Light colours; switch to dark")
    reader.go("fastapi/")
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_a_page_opens_in_the_colours_of_the_system(visit: Callable[..., Visit]) -> None:
    reader = visit("", dark=True)
    reader.page.route("**/bundle.*.js", lambda route: route.abort())
    reader.page.goto(reader.page.url, wait_until="commit")

    expect(reader.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert reader.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_colours_can_be_chosen_where_storage_is_blocked(visit: Callable[..., Visit]) -> None:
    reader = visit("")
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    reader.go("fastapi/")
    button = reader.page.locator("header .md-header__option button:visible")
    button.click()
    button.click()

    expect(reader.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert reader.problems == []


def test_a_diagram_follows_the_colours(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.read_through()
    node = reader.page.locator("figure.diagram svg :is(.node rect, .actor, .node path)").first
    by_day = node.evaluate("e => getComputedStyle(e).fill")
    reader.use_dark_colours()

    assert node.evaluate("e => getComputedStyle(e).fill") != by_day
    ink = reader.page.evaluate("getComputedStyle(document.body).color")
    words = reader.page.locator("figure.diagram svg :is(text, tspan, span, p)")
    inks = words.evaluate_all(
        """elements => elements.filter(e => e.textContent.trim()).map(e => {
            const { color, fill } = getComputedStyle(e);
            return e instanceof SVGElement ? fill : color;
        })"""
    )
    assert set(inks) == {ink}


def test_a_page_reached_by_instant_navigation_is_mounted(visit: Callable[..., Visit]) -> None:
    reader = visit("core-concepts/", width=360)
    reader.page.wait_for_load_state("networkidle")  # the theme asks for the site map first
    sheets = "[...document.querySelectorAll('link[rel=stylesheet]')]"
    reader.page.evaluate(f"window.stayed = true; window.sheets = {sheets}")
    reader.page.locator(f"article a[href$='{GUIDE.split('/')[1]}/']").first.click()
    reader.page.wait_for_url(f"**/{GUIDE}")
    reader.page.locator("pre > code").first.scroll_into_view_if_needed()  # comes to life in view
    expect(reader.page.locator(".md-code__nav").first).to_have_attribute(
        "aria-label", "Code block 1"
    )
    reader.read_through()

    assert reader.page.evaluate("window.stayed") is True
    assert reader.page.evaluate("window.sheets.every((sheet) => sheet.isConnected)")
    assert reader.axe_violations("scrollable-region-focusable", "landmark-unique") == []
    assert reader.problems == []


def test_each_part_of_a_guide_is_a_section(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    headings = reader.page.locator(".md-content__inner h2").count()

    assert headings > 5
    assert reader.page.locator(".md-content__inner > section > h2:first-child").count() == headings


def test_wide_code_can_be_scrolled_by_keyboard(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE, width=360)
    wide = "[...document.querySelectorAll('pre > code')].filter(e => e.scrollWidth > e.clientWidth)"
    reader.page.wait_for_function(f"{wide}.every(e => e.tabIndex === 0 && e.ariaLabel)")

    assert reader.page.evaluate(f"{wide}.length") > 0


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_everything_can_be_read(visit: Callable[..., Visit], width: int) -> None:
    reader = visit(GUIDE, width=width, javascript=False)
    quiz = reader.page.locator(".quiz").first

    expect(quiz.locator(".quiz__options li").first).to_be_visible()
    expect(quiz.locator(".quiz__reasons")).to_be_hidden()
    quiz.locator("summary").click()
    expect(quiz.locator(".quiz__reasons li").first).to_be_visible()
    for source in reader.page.locator("figure.diagram pre").all():
        expect(source).to_be_visible()
    assert reader.pixels_too_wide() == 0


def test_first_tab_stop_skips_to_the_content(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.page.keyboard.press("Tab")

    expect(reader.page.locator("a.md-skip")).to_be_focused()


def test_missing_page_leads_on(visit: Callable[..., Visit]) -> None:
    reader = visit("core-concepts/no-such-page/")
    article = reader.page.locator("article")
    article.get_by_role("link", name="Core Concepts").click()

    reader.page.wait_for_url("**/core-concepts/")


def test_missing_page_offers_search(visit: Callable[..., Visit]) -> None:
    reader = visit("no-such-page/")
    reader.page.locator("article label", has_text="Search").click()

    expect(reader.page.locator(".md-search__input")).to_be_focused()


def test_paper_shows_the_text_only(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    reader.page.emulate_media(media="print")

    expect(reader.page.locator("article h1")).to_be_visible()
    for part in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer"):
        expect(reader.page.locator(part).first).to_be_hidden()


def test_edit_link_opens_the_page_s_own_source(visit: Callable[..., Visit]) -> None:
    reader = visit(GUIDE)
    link = reader.page.locator("a[rel=edit]")

    assert (link.get_attribute("href") or "").endswith(
        "/-/edit/main/docs/core-concepts/decorators.md"
    )
