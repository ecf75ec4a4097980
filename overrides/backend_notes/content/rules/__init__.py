"""The content rules. Each is one small function that says in its docstring what it wants.

A rule's name is its function's, with hyphens. To add one, write the function in the module of its
subject, add it to one of the three lists below, and give it a page that breaks it in
tests/content/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository
from backend_notes.content.rules import quizzes, snippets
from backend_notes.finding import Finding

PageRule = Callable[[Page, Repository], Iterable[Finding]]
RepositoryRule = Callable[[Repository], Iterable[Finding]]

ON_EVERY_PAGE: tuple[PageRule, ...] = (
    snippets.broken_import,
    snippets.missing_section,
    snippets.import_without_section,
    snippets.import_by_lines,
    snippets.import_outside_fence,
    snippets.unclosed_fence,
    snippets.fenced_code,
    snippets.indented_code,
    snippets.output_block,
    quizzes.quiz_head,
    quizzes.quiz_options,
    quizzes.quiz_reason,
    quizzes.quiz_stray,
    quizzes.quiz_term,
    quizzes.quiz_prints,
)

ON_EVERY_GUIDE: tuple[PageRule, ...] = (quizzes.quiz_count,)

ON_THE_REPOSITORY: tuple[RepositoryRule, ...] = (
    snippets.section_markers,
    snippets.snippet_header,
    snippets.orphan_snippet,
    snippets.orphan_section,
    snippets.orphan_output,
    snippets.two_recordings,
    snippets.folder_without_page,
    quizzes.quiz_id,
)
