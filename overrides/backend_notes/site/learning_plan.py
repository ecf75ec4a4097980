"""The learning plan as readers see it: every point, and links to what teaches it today."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from backend_notes.content.learning_plan import FILE, Point, Section, read_learning_plan
from backend_notes.content.page import Page
from backend_notes.content.prose import plural
from backend_notes.project import Project


def plan_markdown(project: Project) -> str:
    """The whole plan, for a page in the root of docs/.

    A page that is not written yet is not mentioned; each section says how many of its points are
    taught.

    Raises:
        ValueError: there is no plan to show.
    """
    sections = read_learning_plan(project).sections
    if not sections:
        raise ValueError(f"learning_plan(): {FILE} has no sections. Run `notes check`.")
    return "\n".join(_section(project, section) for section in sections)


def _section(project: Project, section: Section) -> str:
    parts = [f"## {section.title}\n"]
    if section.about:
        parts.append(f"{section.about}\n")
    parts.append(f"{_taught(project, section)}\n{{ .plan-count data-search-exclude }}\n")
    for topic in section.topics:
        items = "\n".join(_item(project, point) for point in topic.points)
        parts.append(f"### {topic.title} {{ .topic }}\n")
        parts.append(f'<div class="plan" data-search-exclude markdown>\n\n{items}\n\n</div>\n')
    return "\n".join(parts)


def _taught(project: Project, section: Section) -> str:
    """How much of a section is taught today."""
    points = list(section.points)
    taught = [point for point in points if _links(project, point)]
    part = sum(len(_links(project, point)) < len(point.targets) for point in taught)
    said = f"{len(taught)} of {plural(len(points), 'point')} taught today"
    return f"{said} ({part} in part)." if part else f"{said}."


def _item(project: Project, point: Point) -> str:
    links = _links(project, point)
    return f"- {point.text}" + (f"<br>{' · '.join(links)}" if links else "")


def _links(project: Project, point: Point) -> list[str]:
    """What teaches a point today, as Markdown."""
    return [
        f"[{title}: {heading}]({target.slug}.md#{target.anchor})"
        for target in point.targets
        for title, headings in [_headings(project.docs / f"{target.slug}.md")]
        if (heading := headings.get(target.anchor))
    ]


def _headings(path: Path) -> tuple[str, dict[str, str]]:
    """A page's title, and its headings by anchor; empty where it cannot be read."""
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError):
        return "", {}


@cache
def _parse(path: Path, _changed: int) -> tuple[str, dict[str, str]]:
    page = Page(path, path.name, path.stem, path.read_text("utf-8"))
    title = str(page.front_matter.values.get("title") or path.stem)
    return title, {heading.id: heading.text for heading in page.headings}
