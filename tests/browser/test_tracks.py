"""A reader follows a track: on its page, at the foot of every guide, on "My progress"."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect
from test_progress import BLOCKED
from test_quiz import KEY, stored
from visit import Visit

from backend_notes.site.node import NODE

TRACK = "production-api"
TITLE = "Building a production API"
WHEN = "2026-01-01T00:00:00.000Z"


def test_what_comes_next() -> None:
    file = Path(__file__).with_name("test_tracks_format.mjs")
    done = subprocess.run([*NODE, "--test", str(file)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def button(reader: Visit, title: str = TITLE) -> Locator:
    """What follows a track or leaves it."""
    return reader.page.get_by_role("button", name=f"Follow this track: {title}")


def foot(reader: Visit) -> Locator:
    """The end of a guide, scrolled to."""
    footer = reader.page.locator(".md-footer")
    footer.scroll_into_view_if_needed()
    return footer.get_by_role("navigation", name="Your track")


def wait_until_read(reader: Visit, page: str) -> None:
    reader.page.wait_for_function(
        "([key, page]) => JSON.parse(localStorage.getItem(key) ?? '{}').pages?.[page]",
        arg=[KEY, page],
    )


def test_following_and_leaving(visit: Callable[..., Visit]) -> None:
    reader = visit("tracks/")
    other = button(reader, "New to Python backends")
    expect(button(reader)).to_have_attribute("aria-pressed", "false")

    button(reader).click()
    expect(button(reader)).to_have_attribute("aria-pressed", "true")
    assert stored(reader)["track"]["id"] == TRACK
    other.click()
    expect(button(reader)).to_have_attribute("aria-pressed", "false")
    assert stored(reader)["track"]["id"] == "new-to-backends"
    other.click()
    expect(other).to_have_attribute("aria-pressed", "false")
    assert stored(reader)["track"]["id"] == ""
    assert reader.problems == []


def test_following_by_keyboard(visit: Callable[..., Visit]) -> None:
    reader = visit("tracks/")
    button(reader).focus()
    for key, pressed in (("Enter", "true"), ("Space", "false")):
        reader.page.keyboard.press(key)
        expect(button(reader)).to_have_attribute("aria-pressed", pressed)
    expect(button(reader)).to_be_focused()
    status = reader.page.locator(f"[data-track={TRACK}]").get_by_role("status")
    expect(status).to_have_text("You follow no track.")


def test_the_foot_leads_to_the_next_page(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    for place, (here, after) in enumerate(pairwise(stops), 1):
        reader = following(here["page"])
        expect(foot(reader).get_by_role("link")).to_have_text(
            f"{place} of {len(stops)} in {TITLE}Next: {after['title']}, {after['minutes']} min"
        )
        assert reader.problems == []


def test_it_leads_on_after_instant_navigation(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = following(stops[0]["page"])
    reader.page.evaluate("window.stayed = true")
    foot(reader).get_by_role("link").click()
    expect(reader.page).to_have_title(f"{stops[1]['title']} - Python Backend Notes")
    assert reader.page.evaluate("window.stayed && scrollY < 100")

    expect(foot(reader)).to_contain_text(f"2 of {len(stops)} in {TITLE}")
    expect(foot(reader)).to_contain_text(f"Next: {stops[2]['title']}")
    reader.page.go_back()
    expect(reader.page).to_have_title(f"{stops[0]['title']} - Python Backend Notes")
    expect(foot(reader)).to_contain_text(f"1 of {len(stops)} in {TITLE}")


def test_arriving_at_a_page_is_not_reading_it(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = following(stops[0]["page"])
    foot(reader).get_by_role("link").click()
    expect(reader.page).to_have_title(f"{stops[1]['title']} - Python Backend Notes")
    reader.page.locator("h2").nth(2).scroll_into_view_if_needed()
    reader.page.wait_for_function(
        "([key, page]) => JSON.parse(localStorage.getItem(key)).last?.page === page",
        arg=[KEY, stops[1]["page"]],
    )

    assert list(stored(reader)["pages"]) == [stops[0]["page"]]


def test_the_last_page_leads_to_what_is_left(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    *others, last = [stop["page"] for stop in stops]
    reader = following(last, *others[1:])
    expect(foot(reader)).to_contain_text(f"Not read yet: {stops[0]['title']}")

    link = foot(following(last, *others)).get_by_role("link")
    expect(link).to_contain_text("All of it read: choose another track")
    expect(link).to_have_attribute("href", re.compile(r"/tracks/$"))


def test_a_guide_outside_the_track_leads_back(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = following("core-concepts/decorators/", stops[0]["page"])

    expect(foot(reader)).to_contain_text(f"1 of {len(stops)} read in {TITLE}")
    expect(foot(reader)).to_contain_text(f"Back to your track: {stops[1]['title']}")


def test_it_survives_a_reload_and_another_version_s_path(
    visit: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = visit("tracks/")
    button(reader).click()
    expect(button(reader)).to_have_attribute("aria-pressed", "true")
    reader.page.reload()
    expect(button(reader)).to_have_attribute("aria-pressed", "true")

    def without_version(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace("/2.0/", "/")))

    reader.page.context.route("**/2.0/**", without_version)
    reader.go(f"2.0/{stops[0]['page']}")
    link = foot(reader).get_by_role("link")
    expect(link).to_contain_text(f"Next: {stops[1]['title']}")
    assert f"/2.0/{stops[1]['page']}" in str(link.get_attribute("href"))
    reader.page.wait_for_load_state("networkidle")
    reader.page.context.unroute_all(behavior="wait")


def test_two_tabs_follow_the_same_track(
    visit: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = visit(stops[0]["page"])
    expect(foot(reader)).to_have_count(0)
    wait_until_read(reader, stops[0]["page"])
    address = reader.page.url.removesuffix(stops[0]["page"])
    other = Visit(reader.page.context.new_page(), address, "").go("tracks/")
    other.page.bring_to_front()
    button(other).click()
    reader.page.bring_to_front()

    expect(foot(reader)).to_contain_text(f"Next: {stops[1]['title']}")
    assert list(stored(reader)["pages"]) == [stops[0]["page"]]


@pytest.mark.parametrize("track", ["", "of-next-year"])
def test_readers_without_a_track_see_nothing_of_it(
    following: Callable[..., Visit], stops: list[dict[str, Any]], track: str
) -> None:
    reader = following(stops[0]["page"], track=track)
    expect(foot(reader)).to_have_count(0)
    wait_until_read(reader, stops[0]["page"])

    expect(reader.page.locator(".track-next")).to_be_empty()
    assert stored(reader)["track"]["id"] == track
    if not track:
        assert "assets/tracks.json" not in reader.requests


def test_a_first_view_loads_nothing_of_it(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = following(stops[0]["page"])
    reader.page.wait_for_load_state("networkidle")

    assert [name for name in reader.requests if "track" in name or "reading" in name] == []


def test_nothing_moves_when_it_appears(
    following: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = following("404.html")
    reader.page.add_init_script(
        """new PerformanceObserver(list => {
            for (const entry of list.getEntries())
                (window.shifts ??= []).push(...entry.sources.map(({ node }) => node?.className));
        }).observe({ type: "layout-shift", buffered: true })"""
    )
    reader.go(stops[0]["page"])
    before = reader.page.locator(".track-next").bounding_box()
    expect(foot(reader)).to_be_visible()
    after = reader.page.locator(".track-next").bounding_box()

    assert before
    assert after
    assert after["height"] == pytest.approx(before["height"], abs=0.5)
    shifts = reader.page.evaluate("window.shifts ?? []")
    assert [name for name in shifts if "footer" in str(name) or "track" in str(name)] == []


def test_blocked_storage_keeps_the_choice_for_this_visit(
    visit: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    reader = visit("404.html")
    reader.page.add_init_script(BLOCKED)
    reader.go("tracks/")
    button(reader).click()
    expect(button(reader)).to_have_attribute("aria-pressed", "true")
    status = reader.page.locator(f"[data-track={TRACK}]").get_by_role("status")
    expect(status).to_contain_text("lasts while this page is open")

    tracks = reader.page.locator(f"[data-track={TRACK}]")
    tracks.get_by_role("link", name=stops[0]["title"]).click()
    expect(reader.page).to_have_title(f"{stops[0]['title']} - Python Backend Notes")
    expect(foot(reader)).to_contain_text(f"Next: {stops[1]['title']}")
    ours = [problem for problem in reader.problems if "track" in problem or "progress" in problem]
    assert ours == []


def test_without_javascript_the_tracks_are_lists(
    visit: Callable[..., Visit], stops: list[dict[str, Any]]
) -> None:
    page = visit("tracks/", javascript=False).page
    items = page.locator(f"[data-track={TRACK}]").get_by_role("listitem")

    expect(items).to_have_count(len(stops))
    expect(items.first).to_have_text(f"{stops[0]['title']} {stops[0]['minutes']} min")
    expect(items.first.get_by_role("link")).to_have_attribute("href", f"../{stops[0]['page']}")
    expect(page.get_by_role("button", name="Follow this track")).to_have_count(0)
