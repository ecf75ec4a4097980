"""The plan and the reading orders of this repository are whole."""

from __future__ import annotations

from backend_notes.content.learning_plan import read_learning_plan
from backend_notes.content.repository import Repository
from backend_notes.content.tracks import read_tracks, written
from backend_notes.project import Project


def test_the_plan_has_all_its_points(project: Project) -> None:
    sections = read_learning_plan(project).sections

    assert [len(list(section.points)) for section in sections] == [14, 11, 7, 7, 6, 7, 8, 8]


def test_no_guide_is_left_out_of_the_plan(project: Project) -> None:
    named = {
        target.slug for point in read_learning_plan(project).points for target in point.targets
    }
    guides = {slug for slug, page in written(Repository(project).pages).items() if page.is_guide}

    assert guides <= named


def test_the_reading_orders_are_these(project: Project) -> None:
    tracks = {track.id: len(track.pages) for track in read_tracks(project).tracks}

    assert tracks == {
        "new-to-backends": 29,
        "production-api": 23,
        "external-apis": 18,
        "workbook": 9,
    }
