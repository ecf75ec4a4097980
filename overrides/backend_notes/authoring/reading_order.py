"""Where a new page stands: in the nav of mkdocs.yml, and in a track."""

from __future__ import annotations

from backend_notes.authoring.plan import NewError, Plan, insert_line
from backend_notes.content.tracks import FILE, Track


def add_to_nav(plan: Plan, slug: str) -> None:
    """Plan the line of a page below the last one of its section.

    Raises:
        NewError: the nav has no page of that section.
    """
    entries = plan.repository.config.nav
    section = slug.partition("/")[0]
    beside = [entry for entry in entries if entry.path.startswith(f"{section}/")]
    if not beside:
        known = sorted({path.partition("/")[0] for entry in entries if "/" in (path := entry.path)})
        raise NewError(
            f"The nav in mkdocs.yml has no section `{section}`; it has {', '.join(known)}."
        )
    last = max(entry.line for entry in beside)
    text = plan.text("mkdocs.yml")
    line = text.split("\n")[last - 1]
    indent = line[: len(line) - len(line.lstrip())]
    plan.change("mkdocs.yml", insert_line(text, last, f"{indent}- {slug}.md"))


def add_to_track(plan: Plan, slug: str, track_id: str | None) -> None:
    """Plan that a track leads to a page, and that the page counts as written.

    Raises:
        NewError: no track leads to the page, and none that exists is named.
    """
    tracks = plan.repository.tracks
    if not tracks.tracks:
        return
    named = next((track for track in tracks.tracks if track.id == track_id), None)
    listed = [track for track in tracks.tracks if slug in {entry.slug for entry in track.pages}]
    if named is None and (track_id or not listed):
        known = ", ".join(track.id for track in tracks.tracks)
        raise NewError(f"Name the track that leads to the page, by `--track`: one of {known}.")
    if named and named not in listed:
        _append(plan, named, slug)
    _no_longer_planned(plan, slug)


def _append(plan: Plan, track: Track, slug: str) -> None:
    if not track.pages:
        raise NewError(f"The track `{track.id}` lists no page yet: add `{slug}` to {FILE} by hand.")
    text = plan.text(FILE)
    last = track.pages[-1].line
    line = text.split("\n")[last - 1]
    plan.change(FILE, insert_line(text, last, f"{line[: line.index('-')]}- {slug}"))


def _no_longer_planned(plan: Plan, slug: str) -> None:
    planned = plan.repository.tracks.planned
    lines = plan.text(FILE).split("\n")
    gone = [number for number, line in enumerate(lines) if line.strip() == f"- {slug}"]
    if slug not in {entry.slug for entry in planned}:
        return
    start = lines.index("planned:")
    gone = [number for number in gone if number > start]
    if len(planned) == 1:
        gone.append(start)
    plan.change(FILE, "\n".join(line for n, line in enumerate(lines) if n not in gone))
