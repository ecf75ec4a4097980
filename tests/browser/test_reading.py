"""What a reader has read: remembered, marked on "Tracks", counted on "My progress"; the plan."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from test_quiz import KEY, stored
from test_tracks import TITLE, TRACK, WHEN, button, foot, wait_until_read
from visit import Visit


def test_read_pages_are_marked(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = following("tracks/", stops[0]["page"])
    items = reader.page.locator(f"[data-track={TRACK}]").get_by_role("listitem")

    expect(items.first).to_contain_text("min, read")
    expect(items.nth(1)).not_to_contain_text("read")


def test_my_progress_shows_how_far(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    page = following("progress/", stops[0]["page"]).page
    place = page.locator("[data-notes]").first

    expect(place).to_contain_text(f"{TITLE}. Not read yet: {stops[1]['title']}")
    expect(place).to_contain_text(f"Pages read: 1 / {len(stops)}. Quizzes: 0 / ")
    bar = place.get_by_role("progressbar", name=f"{TITLE}: pages read")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, len(stops)]

    with page.expect_download() as found:
        page.get_by_role("button", name="Download Markdown").click()
    text = found.value.path().read_text("utf-8")
    assert f"\nTrack: {TITLE}. Pages read: 1 / {len(stops)}. Quizzes: 0 / " in text


@pytest.mark.parametrize(
    ("track", "words"),
    [("", "You follow no track."), ("of-next-year", "not in this version of the notes")],
)
def test_my_progress_without_a_track(
    following: Callable[..., Visit], track: str, words: str
) -> None:
    page = following("progress/", track=track).page

    expect(page.locator("[data-notes]").first).to_contain_text(words)
    expect(page.get_by_role("link", name="Choose one")).to_have_attribute(
        "href", re.compile(r"/tracks/$")
    )


def test_export_and_import_carry_it(following: Callable[..., Visit]) -> None:
    reader = following("progress/")
    with reader.page.expect_download() as found:
        reader.page.get_by_role("button", name="Download JSON").click()
    exported = found.value.path().read_text("utf-8")
    assert json.loads(exported)["track"] == {"id": TRACK, "when": WHEN}

    reader.page.get_by_role("button", name="Reset everything").click()
    assert stored(reader)["track"] is None
    reader.page.get_by_label("Import a JSON file").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": exported.encode()}
    )
    status = reader.page.get_by_role("status").last
    expect(status).to_contain_text("The track you follow would change.")
    reader.page.get_by_role("button", name="Import", exact=True).click()
    assert stored(reader)["track"]["id"] == TRACK


def test_a_guide_counts_as_read_when_its_end_was_in_view(visit: Callable[..., Visit]) -> None:
    reader = visit("httpx/timeouts/")
    reader.page.locator("#set-the-budgets").evaluate("heading => heading.scrollIntoView()")
    wait_until_left_off(reader, "#set-the-budgets")
    assert stored(reader)["last"]["page"] == "httpx/timeouts/"

    # Half a screen above the end: near enough to prepare for it. Everything is laid out before, or
    # a part that is shorter than its estimate could bring the end into view on the way.
    reader.page.add_style_tag(content="* { content-visibility: visible !important }")
    reader.page.locator(".md-footer").evaluate(
        "footer => scrollBy(0, footer.getBoundingClientRect().top - innerHeight - 400)"
    )
    wait_until_left_off(reader, "#how-to-test-it", "#summary")
    assert stored(reader)["pages"] == {}

    reader.page.locator(".md-footer").scroll_into_view_if_needed()
    wait_until_read(reader, "httpx/timeouts/")
    assert list(stored(reader)["pages"]) == ["httpx/timeouts/"]


def wait_until_left_off(reader: Visit, *anchors: str) -> None:
    # A reader goes on scrolling now and then; the theme does not follow a single early jump.
    reader.page.wait_for_function(
        """([key, ...known]) => {
            scrollBy(0, 2 * (Math.round(performance.now()) % 2) - 1);
            return known.includes(JSON.parse(localStorage.getItem(key))?.last?.anchor);
        }""",
        arg=[KEY, *anchors],
        polling=700,
    )


@pytest.mark.parametrize(("path", "kept"), [("core-concepts/", False), ("httpx/timeouts/", True)])
def test_only_guides_are_remembered(visit: Callable[..., Visit], path: str, kept: bool) -> None:
    reader = visit("404.html")
    reader.page.clock.install()
    reader.go(path)
    reader.page.mouse.wheel(0, 400)
    reader.page.wait_for_function("scrollY > 0")
    reader.page.clock.run_for(2000)
    reader.page.wait_for_load_state("networkidle")

    assert (reader.page.evaluate(f"localStorage.getItem('{KEY}')") is not None) == kept


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("path", ["tracks/", "learning-plan/", "deployment/docker-and-deployment/"])
def test_is_accessible(following: Callable[..., Visit], path: str, dark: bool, width: int) -> None:
    reader = following(path, "core-concepts/configuration/", width=width, dark=dark)
    if path == "tracks/":
        expect(button(reader)).to_have_attribute("aria-pressed", "true")
        for one in reader.page.locator(".track button").all():
            box = one.bounding_box()
            assert box
            assert box["height"] >= 44
    elif path.startswith("deployment"):
        expect(foot(reader)).to_be_visible()

    assert reader.axe_violations() == []
    assert reader.pixels_too_wide() == 0
    assert reader.problems == []


def test_the_plan_links_what_is_taught(visit: Callable[..., Visit], site: Path) -> None:
    page = visit("learning-plan/").page
    expect(page.locator(".plan li")).to_have_count(68)
    addresses = page.locator(".plan a").evaluate_all(
        "links => links.map(link => link.pathname + link.hash)"
    )

    assert len(addresses) >= 40
    for address in addresses:
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (site / path.strip("/") / "index.html").read_text("utf-8")


def test_the_start_page_leads_to_the_tracks(visit: Callable[..., Visit]) -> None:
    reader = visit("")
    reader.page.get_by_role("link", name=TITLE).click()

    expect(reader.page).to_have_url(re.compile(rf"/tracks/#{TRACK}$"))
    expect(reader.page.get_by_role("heading", name=TITLE)).to_be_in_viewport()
