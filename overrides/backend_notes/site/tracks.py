"""The reading orders as readers see them: a page, cards, and data for the foot of every guide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from backend_notes.content.prose import plural
from backend_notes.content.tracks import FILE, read_tracks
from backend_notes.project import Project
from backend_notes.site.pages import front_matter, minutes_of, reading_time

ADDRESS = "assets/tracks.json"
"""Where the site serves them; tracks.mjs fetches them from there."""


@dataclass(frozen=True)
class Stop:
    """A page of a track: its path below docs/ without `.md`, its title, its reading time."""

    slug: str
    title: str
    minutes: int

    @property
    def address(self) -> str:
        """The page below the site's root; an index page is its folder."""
        return f"{self.slug}/".removesuffix("index/")


@dataclass(frozen=True)
class Route:
    """A track without the pages that are not written yet.

    Attributes:
        id: its key in docs/tracks.yml, and its anchor on the page "Tracks".
        title: how readers know it.
        about: for whom it is.
        stops: its pages, in reading order.
    """

    id: str
    title: str
    about: str
    stops: tuple[Stop, ...]

    @property
    def length(self) -> str:
        """How much there is to read."""
        count, minutes = len(self.stops), sum(stop.minutes for stop in self.stops)
        return f"{plural(count, 'page')}, {reading_time(minutes)}"


def read_routes(project: Project) -> list[Route]:
    """Every track that has something to read today."""
    routes = [
        Route(
            track.id,
            track.title or track.id,
            track.about,
            tuple(_stops(project, [entry.slug for entry in track.pages])),
        )
        for track in read_tracks(project).tracks
    ]
    return [route for route in routes if route.stops]


def routes_json(project: Project) -> str:
    """Every track with its pages, as JSON."""
    tracks = [
        {
            "id": route.id,
            "title": route.title,
            "pages": [
                {"page": stop.address, "title": stop.title, "minutes": stop.minutes}
                for stop in route.stops
            ],
        }
        for route in read_routes(project)
    ]
    return json.dumps({"tracks": tracks}, ensure_ascii=False, separators=(",", ":"))


def routes_markdown(project: Project) -> str:
    """Every track with its pages, for the page "Tracks".

    tracks-page.mjs brings the buttons to life and marks what was read.

    Raises:
        ValueError: there is no track to show.
    """
    routes = read_routes(project)
    if not routes:
        raise ValueError(f"tracks(): {FILE} names no page that exists. Run `notes check`.")
    return "\n".join(map(_section, routes))


def route_cards(project: Project) -> str:
    """One card for each track, as HTML for a page in the root of docs/."""
    cards = [
        f'<li><a class="card" href="tracks/#{route.id}"><strong>{escape(route.title)}</strong>'
        f"{escape(route.about)} <span>{route.length}</span></a></li>"
        for route in read_routes(project)
    ]
    return f'<ul class="cards">{"".join(cards)}</ul>'


def _stops(project: Project, slugs: list[str]) -> Iterator[Stop]:
    for slug in slugs:
        path = project.docs / f"{slug}.md"
        minutes = minutes_of(path)
        # An index page without a reading time only lists its section's pages.
        if path.is_file() and (minutes or path.stem != "index"):
            yield Stop(slug, str(front_matter(path).get("title") or slug), minutes)


def _section(route: Route) -> str:
    stops = [
        f"1.  [{stop.title}]({stop.slug}.md) <span>{stop.minutes} min</span>"
        for stop in route.stops
    ]
    return "\n".join(
        [
            f"## {route.title} {{ #{route.id} }}\n",
            f"{route.about}\n",
            f'<div class="track" data-track="{route.id}" data-search-exclude markdown>\n',
            '<p class="track__choice"><button type="button" class="md-button" aria-pressed="false"'
            f' aria-label="Follow this track: {escape(route.title)}">Follow this track</button>'
            f' <span>{route.length}</span> <span role="status"></span></p>\n',
            '<div class="contents" markdown>\n',
            *stops,
            "\n</div>\n</div>\n",
        ]
    )
