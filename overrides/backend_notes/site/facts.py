"""Numbers that the site states about itself, counted and never typed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from backend_notes.content.page import NOT_GUIDES
from backend_notes.project import Project
from backend_notes.site.pages import minutes_of
from backend_notes.snippets.source import find_snippets

_PROSE = {".md", ".txt"}


@dataclass(frozen=True)
class SiteFacts:
    """What a newcomer may count on.

    Attributes:
        guides: pages that teach one topic.
        programs: files under snippets/ that the suite runs or validates.
        quizzes: questions with a reason for every option.
        terms: entries of the glossary.
        hours: reading time of all guides, rounded.
    """

    guides: int
    programs: int
    quizzes: int
    terms: int
    hours: int


def count_facts(project: Project) -> SiteFacts:
    """Count a checkout. Every file is read once; nothing is run."""
    pages = list(project.docs.glob("*/*.md"))
    guides = [
        path for path in pages if path.name != "index.md" and path.parent.name not in NOT_GUIDES
    ]
    glossary = project.docs / "glossary.md"
    terms = _lines(glossary) if glossary.is_file() else []
    return SiteFacts(
        guides=len(guides),
        programs=sum(snippet.path.suffix not in _PROSE for snippet in find_snippets(project)),
        quizzes=sum(line.startswith("!!! quiz ") for path in pages for line in _lines(path)),
        terms=sum(line.startswith("### ") for line in terms),
        hours=round(sum(minutes_of(path) for path in guides) / 60),
    )


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").splitlines()
