"""The orders in which the notes can be read: docs/tracks.yml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend_notes.content.data_file import DataFileError, Value, read_data_file
from backend_notes.content.page import Page
from backend_notes.project import Project

FILE = "docs/tracks.yml"


@dataclass(frozen=True)
class Entry:
    """A page's path below docs/, without `.md`, and the line that names it."""

    line: int
    slug: str


@dataclass(frozen=True)
class Track:
    """One reading order.

    Attributes:
        line: where it starts in the file.
        id: kept in readers' browsers, and the anchor on the page "Tracks".
        title: how readers know it; empty where it is missing.
        about: for whom it is; empty where it is missing.
        pages: in reading order, planned ones included.
    """

    line: int
    id: str
    title: str = ""
    about: str = ""
    pages: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Tracks:
    """All reading orders.

    Attributes:
        tracks: in the order in which they are offered.
        planned: the pages that are not written yet.
        mistakes: what makes the file unusable, as (line, message).
    """

    tracks: tuple[Track, ...] = ()
    planned: tuple[Entry, ...] = ()
    mistakes: tuple[tuple[int, str], ...] = ()


def read_tracks(project: Project) -> Tracks:
    """Read the file; a project without one has no tracks, a broken one its mistakes."""
    try:
        root = read_data_file(project.root / FILE, FILE)
        if root is None:
            return Tracks()
        fields = root.fields("tracks", optional=("planned",))
        tracks = [_track(*item) for item in fields["tracks"].items()]
        planned = _entries(fields["planned"]) if "planned" in fields else ()
    except DataFileError as error:
        return Tracks(mistakes=((error.line, str(error)),))
    return Tracks(tuple(tracks), planned)


def written(pages: Iterable[Page]) -> dict[str, Page]:
    """The pages that one reads, by slug: all but those that only list a section's pages."""
    return {page.slug: page for page in pages if not _is_contents(page)}


def _is_contents(page: Page) -> bool:
    name = page.slug.rpartition("/")[2]
    return name == "index" and not isinstance(page.front_matter.values.get("minutes"), int)


def _track(name: str, value: Value) -> Track:
    fields = value.fields("pages", optional=("title", "about"))
    title, about = (fields[key].text() if key in fields else "" for key in ("title", "about"))
    return Track(value.line, name, title, about, _entries(fields["pages"]))


def _entries(value: Value) -> tuple[Entry, ...]:
    return tuple(Entry(item.line, item.text()) for item in value.list("a page"))
