"""The content rules. Each is one small function that says in its docstring what it wants.

A rule's name is its function's, with hyphens. To add one, write the function in the module of its
subject, add it to one of the three lists below, and give it a page that breaks it in
tests/content/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository
from backend_notes.content.rules import (
    blocks,
    code_blocks,
    front_matter,
    glossary,
    imports,
    language,
    links,
    navigation,
    page_parts,
    quizzes,
    snippets,
)
from backend_notes.finding import Finding

PageRule = Callable[[Page, Repository], Iterable[Finding]]
RepositoryRule = Callable[[Repository], Iterable[Finding]]

ON_EVERY_PAGE: tuple[PageRule, ...] = (
    imports.broken_import,
    imports.missing_section,
    imports.import_without_section,
    imports.import_by_lines,
    imports.import_outside_fence,
    code_blocks.unclosed_fence,
    code_blocks.fenced_code,
    code_blocks.html_code,
    code_blocks.indented_code,
    code_blocks.output_block,
    blocks.admonition,
    blocks.claim_without_program,
    blocks.diagram_title,
    blocks.macro_not_rendered,
    quizzes.quiz_head,
    quizzes.quiz_options,
    quizzes.quiz_reason,
    quizzes.quiz_stray,
    quizzes.quiz_term,
    quizzes.quiz_prints,
    front_matter.front_matter_broken,
    front_matter.front_matter_missing,
    front_matter.front_matter_type,
    front_matter.description,
    front_matter.prerequisites,
    front_matter.terms,
    front_matter.reading_minutes,
    links.broken_link,
    links.empty_link,
    links.broken_anchor,
    links.duplicate_anchor,
    links.glossary_link,
    links.absolute_link,
    links.image_text,
    language.filler,
    language.question_heading,
    language.emoji,
)

ON_EVERY_GUIDE: tuple[PageRule, ...] = (
    quizzes.quiz_count,
    page_parts.one_title,
    page_parts.problem,
    page_parts.page_parts,
    page_parts.parts_in_order,
    page_parts.part_of_level_two,
    page_parts.program_shown,
    page_parts.summary_bullets,
    page_parts.task_told,
)

ON_THE_REPOSITORY: tuple[RepositoryRule, ...] = (
    quizzes.quiz_id,
    navigation.site_configuration,
    navigation.page_outside_nav,
    navigation.nav_without_page,
    navigation.nav_twice,
    glossary.glossary_id,
    glossary.glossary_order,
    glossary.glossary_letter,
    glossary.glossary_length,
    glossary.glossary_page,
    snippets.section_markers,
    snippets.snippet_header,
    snippets.orphan_snippet,
    snippets.orphan_section,
    snippets.orphan_output,
    snippets.two_recordings,
    snippets.folder_without_page,
)
