"""The plan that the notes follow, and where each of its points is taught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backend_notes.content.data_file import DataFileError, Value, read_data_file
from backend_notes.project import Project

FILE = "docs/learning-plan.yml"


@dataclass(frozen=True)
class Target:
    """A place that teaches a point: a page, and once it is written the anchor of a heading."""

    line: int
    slug: str
    anchor: str


@dataclass(frozen=True)
class Point:
    """One point of the plan."""

    line: int
    text: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Topic:
    """Points that belong together."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Section:
    """A section of the plan; `about` says what is to be known of it, where there is something."""

    title: str
    about: str
    topics: tuple[Topic, ...]

    @property
    def points(self) -> Iterator[Point]:
        """The points of all topics."""
        return (point for topic in self.topics for point in topic.points)


@dataclass(frozen=True)
class LearningPlan:
    """The whole plan; `mistakes` is what makes the file unusable, as (line, message)."""

    sections: tuple[Section, ...] = ()
    mistakes: tuple[tuple[int, str], ...] = ()

    @property
    def points(self) -> Iterator[Point]:
        """The points of all sections."""
        return (point for section in self.sections for point in section.points)


def read_learning_plan(project: Project) -> LearningPlan:
    """Read the file; a project without one has an empty plan, a broken one its mistakes."""
    try:
        root = read_data_file(project.root / FILE, FILE)
        if root is None:
            return LearningPlan()
        sections = root.fields("sections")["sections"].list("a section")
        return LearningPlan(tuple(map(_section, sections)))
    except DataFileError as error:
        return LearningPlan(mistakes=((error.line, str(error)),))


def _section(value: Value) -> Section:
    fields = value.fields("title", "topics", optional=("about",))
    topics = fields["topics"].list("a topic")
    about = fields["about"].text() if "about" in fields else ""
    return Section(fields["title"].text(), about, tuple(map(_topic, topics)))


def _topic(value: Value) -> Topic:
    fields = value.fields("title", "points")
    points = fields["points"].list("a point")
    return Topic(fields["title"].text(), tuple(map(_point, points)))


def _point(value: Value) -> Point:
    fields = value.fields("text", "pages")
    targets = fields["pages"].list("a page")
    return Point(value.line, fields["text"].text(), tuple(map(_target, targets)))


def _target(value: Value) -> Target:
    slug, _, anchor = value.text().partition("#")
    return Target(value.line, slug, anchor)
