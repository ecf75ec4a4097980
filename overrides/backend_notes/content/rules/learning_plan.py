"""docs/learning-plan.yml: every point is taught where it says, once that page is written."""

from __future__ import annotations

from collections.abc import Iterator

from backend_notes.content.learning_plan import FILE
from backend_notes.content.repository import Repository, nearest
from backend_notes.content.tracks import written
from backend_notes.finding import Finding


def plan_file(repository: Repository) -> Iterator[Finding]:
    """docs/learning-plan.yml can be read."""
    for line, message in repository.learning_plan.mistakes:
        yield Finding(FILE, line, "plan-file", message, "correct it; its head says what it holds")


def plan_point(repository: Repository) -> Iterator[Finding]:
    """A point of the plan says something and names a page."""
    for point in repository.learning_plan.points:
        for missing, fix in (
            ("text", "say in a sentence what is to be learned"),
            ("pages", "name the page that teaches it, planned or not"),
        ):
            if not (point.text if missing == "text" else point.targets):
                message = f"the point has no `{missing}`"
                yield Finding(FILE, point.line, "plan-point", message, fix)


def plan_page(repository: Repository) -> Iterator[Finding]:
    """A point of the plan names pages that one can read, or that are planned."""
    if repository.tracks.mistakes:
        return  # then nobody knows what is planned
    planned = {entry.slug for entry in repository.tracks.planned}
    known = planned | set(written(repository.pages))
    for point in repository.learning_plan.points:
        for target in point.targets:
            if target.slug not in known:
                yield Finding(
                    FILE,
                    target.line,
                    "plan-page",
                    f"`{target.slug}` is neither a page nor planned{nearest(target.slug, known)}",
                    "correct the path below docs/ without `.md`, or plan it in docs/tracks.yml",
                )


def plan_anchor(repository: Repository) -> Iterator[Finding]:
    """A point of the plan names a heading of each page that is written."""
    pages = written(repository.pages)
    for point in repository.learning_plan.points:
        for target in point.targets:
            page = pages.get(target.slug)
            if page is None or target.anchor in page.anchors:
                continue
            if not all(fence.end for fence in page.fences):
                continue  # an open block has swallowed the headings below it
            near = nearest(target.anchor, page.anchors)
            yield Finding(
                FILE,
                target.line,
                "plan-anchor",
                f"{page.name} has no anchor `#{target.anchor}`{near}"
                if target.anchor
                else f"{page.name} is written, and `{target.slug}` names no heading of it",
                f"name the heading that teaches the point: `{target.slug}#anchor`",
            )
