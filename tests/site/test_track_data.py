"""What the build makes of the reading orders and of the learning plan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend_notes.project import Project
from backend_notes.site.learning_plan import plan_markdown
from backend_notes.site.tracks import read_routes, route_cards, routes_json, routes_markdown

TRACKS = """\
tracks:
  basics:
    title: Basics & more
    about: For everyone.
    pages: [core/index, core/decorators, http/index, core/planned]
  later:
    title: Later
    about: For nobody yet.
    pages: [core/planned]
planned: [core/planned]
"""
PLAN = """\
sections:
  - title: Functions
    about: What they can do.
    topics:
      - title: Wrapping
        points:
          - text: One that changes another.
            pages: [core/decorators#stacking, core/decorators#here]
          - text: One that is taught in part.
            pages: [core/decorators#stacking, core/planned]
          - text: One that is not taught.
            pages: [core/planned]
"""


@pytest.fixture
def small(scratch: Project) -> Project:
    write(scratch.docs / "tracks.yml", TRACKS)
    write(scratch.docs / "learning-plan.yml", PLAN)
    write(scratch.docs / "core/index.md", "---\ntitle: Core\n---\n")
    write(scratch.docs / "http/index.md", "---\ntitle: HTTP\nminutes: 12\n---\n")
    write(
        scratch.docs / "core/decorators.md",
        "---\ntitle: Decorators\nminutes: 55\n---\n\n## Stacking\n\n## Two at once { #here }\n",
    )
    return scratch


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_track_lists_what_is_written(small: Project) -> None:
    (route,) = read_routes(small)

    assert [(stop.address, stop.minutes) for stop in route.stops] == [
        ("core/decorators/", 55),
        ("http/", 12),
    ]
    assert route.length == "2 pages, 1 h 7 min"


def test_the_browser_is_told_the_same(small: Project) -> None:
    assert json.loads(routes_json(small)) == {
        "tracks": [
            {
                "id": "basics",
                "title": "Basics & more",
                "pages": [
                    {"page": "core/decorators/", "title": "Decorators", "minutes": 55},
                    {"page": "http/", "title": "HTTP", "minutes": 12},
                ],
            }
        ]
    }


def test_the_page_has_an_anchor_a_button_and_a_list_for_each_track(small: Project) -> None:
    text = routes_markdown(small)

    assert "## Basics & more { #basics }\n\nFor everyone.\n" in text
    assert 'aria-label="Follow this track: Basics &amp; more"' in text
    assert "1.  [Decorators](core/decorators.md) <span>55 min</span>\n" in text
    assert "Later" not in text
    assert "planned" not in text


def test_the_start_page_has_a_card_for_each_track(small: Project) -> None:
    cards = route_cards(small)

    assert cards.count("<li>") == 1
    assert 'href="tracks/#basics"' in cards
    assert "2 pages, 1 h 7 min" in cards


def test_the_plan_links_what_is_taught_and_counts_it(small: Project) -> None:
    text = plan_markdown(small)

    assert "## Functions\n\nWhat they can do.\n\n2 of 3 points taught today (1 in part)." in text
    assert (
        "- One that changes another.<br>[Decorators: Stacking](core/decorators.md#stacking)"
        " · [Decorators: Two at once](core/decorators.md#here)\n"
        "- One that is taught in part.<br>[Decorators: Stacking](core/decorators.md#stacking)\n"
        "- One that is not taught.\n"
    ) in text


def test_a_heading_that_was_renamed_is_seen_at_the_next_build(small: Project) -> None:
    plan_markdown(small)
    page = small.docs / "core/decorators.md"
    write(page, page.read_text("utf-8").replace("Two at once", "Three at once"))

    assert "[Decorators: Three at once]" in plan_markdown(small)


def test_a_page_without_its_data_says_where_to_look(scratch: Project) -> None:
    with pytest.raises(ValueError, match=r"tracks\(\): docs/tracks\.yml names no page"):
        routes_markdown(scratch)
    with pytest.raises(ValueError, match=r"learning_plan\(\): docs/learning-plan\.yml has no"):
        plan_markdown(scratch)
