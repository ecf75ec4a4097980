"""This repository keeps its own rules."""

from __future__ import annotations

from backend_notes.content.check import check_project
from backend_notes.finding import as_text
from backend_notes.project import Project


def test_this_repository_breaks_no_content_rule(project: Project) -> None:
    findings = check_project(project)
    assert not findings, "\n" + as_text(findings)
