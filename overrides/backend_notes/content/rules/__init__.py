"""The content rules. Each is one small function that says in its docstring what it wants.

A rule's name is its function's, with hyphens. To add one, write the function in the module of its
subject, add it to one of the lists below, and give it a page that breaks it in
tests/content/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository
from backend_notes.content.rules import (
    blocks,
    boxes,
    code_blocks,
    front_matter,
    glossary,
    imports,
    language,
    learning_plan,
    links,
    navigation,
    page_parts,
    practice_files,
    practice_pages,
    quizzes,
    redirects,
    snippets,
    to_do,
    tracks,
    workbook_pages,
)
from backend_notes.finding import Finding

PageRule = Callable[[Page, Repository], Iterable[Finding]]
RepositoryRule = Callable[[Repository], Iterable[Finding]]

# On whatever Markdown readers see, live examples on the contributors' page included.
ON_EVERY_FRAGMENT: tuple[PageRule, ...] = (
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
    boxes.think_answer,
    boxes.build_prompt,
    boxes.build_check,
    blocks.diagram_title,
    quizzes.quiz_head,
    quizzes.quiz_options,
    quizzes.quiz_reason,
    quizzes.quiz_stray,
    quizzes.quiz_term,
    quizzes.quiz_prints,
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

ON_EVERY_PAGE: tuple[PageRule, ...] = (
    *ON_EVERY_FRAGMENT,
    imports.broken_example,
    blocks.macro_not_rendered,
    front_matter.front_matter_broken,
    front_matter.front_matter_missing,
    front_matter.front_matter_type,
    front_matter.description,
    front_matter.prerequisites,
    front_matter.terms,
    front_matter.reading_minutes,
)

ON_EVERY_GUIDE: tuple[PageRule, ...] = (
    quizzes.quiz_count,
    page_parts.one_title,
    page_parts.problem,
    page_parts.page_parts,
    page_parts.part_of_level_two,
    page_parts.program_shown,
    page_parts.summary_bullets,
    page_parts.task_told,
)

ON_EVERY_PROBLEM: tuple[PageRule, ...] = (
    page_parts.one_title,
    practice_pages.practice_level,
    practice_pages.practice_builds_on,
    practice_pages.practice_statement,
    practice_pages.practice_parts,
    practice_pages.practice_imports,
    practice_pages.practice_command,
    practice_pages.practice_hints,
    practice_pages.practice_folded,
    practice_pages.practice_insight,
)

ON_EVERY_SESSION: tuple[PageRule, ...] = (
    page_parts.one_title,
    page_parts.summary_bullets,
    workbook_pages.session_number,
    workbook_pages.session_problem,
    workbook_pages.session_parts,
    workbook_pages.session_quizzes,
    workbook_pages.session_questions,
    workbook_pages.session_build,
)

ON_THE_REPOSITORY: tuple[RepositoryRule, ...] = (
    quizzes.quiz_id,
    navigation.site_configuration,
    navigation.page_outside_nav,
    navigation.nav_without_page,
    navigation.nav_twice,
    redirects.redirect,
    redirects.moved_page,
    tracks.tracks_file,
    tracks.track_id,
    tracks.track_title,
    tracks.track_page,
    tracks.track_page_twice,
    tracks.planned_page_written,
    tracks.page_in_no_track,
    learning_plan.plan_file,
    learning_plan.plan_point,
    learning_plan.plan_page,
    learning_plan.plan_anchor,
    glossary.glossary_id,
    glossary.glossary_order,
    glossary.glossary_letter,
    glossary.glossary_length,
    glossary.glossary_page,
    practice_files.practice_files,
    practice_files.practice_wrong,
    practice_files.practice_test_names,
    practice_files.practice_clock,
    practice_files.practice_syntax,
    snippets.section_markers,
    snippets.snippet_header,
    snippets.orphan_snippet,
    snippets.orphan_section,
    snippets.orphan_output,
    snippets.two_recordings,
    snippets.folder_without_page,
    to_do.to_do,
)
