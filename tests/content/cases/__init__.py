"""Every way to break a rule, as a smallest edit of the good project."""

from __future__ import annotations

from cases import (
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
    practice,
    prints,
    quizzes,
    redirects,
    snippets,
    to_do,
    tracks,
    workbook,
)
from cases.case import Case

ALL: list[Case] = [
    *blocks.CASES,
    *boxes.CASES,
    *code_blocks.CASES,
    *front_matter.CASES,
    *glossary.CASES,
    *imports.CASES,
    *language.CASES,
    *learning_plan.CASES,
    *links.CASES,
    *navigation.CASES,
    *page_parts.CASES,
    *practice.CASES,
    *prints.CASES,
    *quizzes.CASES,
    *redirects.CASES,
    *snippets.CASES,
    *to_do.CASES,
    *tracks.CASES,
    *workbook.CASES,
]

__all__ = ["ALL", "Case"]
