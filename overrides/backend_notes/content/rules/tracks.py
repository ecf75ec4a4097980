"""docs/tracks.yml: every reading order leads somewhere, and every guide is in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.repository import Repository, nearest
from backend_notes.content.tracks import FILE, written
from backend_notes.finding import Finding

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Sections whose pages a reader may be led through; practice is chosen freely.
_ALSO_LED_THROUGH = "workbook/"


def tracks_file(repository: Repository) -> Iterator[Finding]:
    """docs/tracks.yml can be read."""
    for line, message in repository.tracks.mistakes:
        yield Finding(FILE, line, "tracks-file", message, "correct it; its head says what it holds")


def track_id(repository: Repository) -> Iterator[Finding]:
    """A track's key can stand in an address."""
    for track in repository.tracks.tracks:
        if not _ID.fullmatch(track.id):
            yield Finding(
                FILE,
                track.line,
                "track-id",
                f"the track's key `{track.id}` is not lower-case words joined by hyphens",
                "write it like `production-api`",
            )


def track_title(repository: Repository) -> Iterator[Finding]:
    """A track says what it is called and for whom it is."""
    for track in repository.tracks.tracks:
        for key, text in (("title", track.title), ("about", track.about)):
            if not text:
                yield Finding(
                    FILE,
                    track.line,
                    "track-title",
                    f"the track `{track.id}` has no `{key}`",
                    f"add `{key}:` below its key",
                )


def track_page(repository: Repository) -> Iterator[Finding]:
    """A track lists pages that one can read, or that are planned."""
    planned = {entry.slug for entry in repository.tracks.planned}
    known = planned | set(written(repository.pages))
    for track in repository.tracks.tracks:
        for entry in track.pages:
            if entry.slug not in known:
                yield Finding(
                    FILE,
                    entry.line,
                    "track-page",
                    f"`{entry.slug}` is neither a page nor planned{nearest(entry.slug, known)}",
                    "correct the path below docs/ without `.md`, or add it to `planned`",
                )


def track_page_twice(repository: Repository) -> Iterator[Finding]:
    """No track lists a page twice, and nor does the list of planned pages."""
    lists = [(f"the track `{track.id}`", track.pages) for track in repository.tracks.tracks]
    for where, entries in [*lists, ("`planned`", repository.tracks.planned)]:
        seen: dict[str, int] = {}
        for entry in entries:
            if entry.slug in seen:
                yield Finding(
                    FILE,
                    entry.line,
                    "track-page-twice",
                    f"{where} has `{entry.slug}` on line {seen[entry.slug]} already",
                    "leave it in one place",
                )
            seen.setdefault(entry.slug, entry.line)


def planned_page_written(repository: Repository) -> Iterator[Finding]:
    """A page that is written is not planned any more: its next renaming would pass unnoticed."""
    pages = written(repository.pages)
    for entry in repository.tracks.planned:
        if entry.slug in pages:
            yield Finding(
                FILE,
                entry.line,
                "planned-page-written",
                f"`{entry.slug}` is planned, and {pages[entry.slug].name} exists",
                "take it out of `planned`",
            )


def page_in_no_track(repository: Repository) -> Iterator[Finding]:
    """A track leads to every guide, planned ones included, and to every session."""
    tracks = repository.tracks
    listed = {entry.slug for track in tracks.tracks for entry in track.pages}
    fix = f"add it to a track in {FILE}, where it is to be read"
    for entry in tracks.planned:
        if entry.slug not in listed:
            message = f"no track leads to `{entry.slug}`"
            yield Finding(FILE, entry.line, "page-in-no-track", message, fix)
    for page in written(repository.pages).values() if listed else ():
        led = page.is_guide or page.slug.startswith(_ALSO_LED_THROUGH)
        if led and page.slug not in listed:
            yield page.finding("page-in-no-track", 1, f"no track leads to `{page.slug}`", fix)
