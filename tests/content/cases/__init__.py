"""Every way to break a rule, as a smallest edit of the good project."""

from __future__ import annotations

from cases import (
    blocks,
    code_blocks,
    front_matter,
    glossary,
    imports,
    language,
    links,
    navigation,
    page_parts,
    prints,
    quizzes,
    snippets,
)
from cases.case import Case

ALL: list[Case] = [
    *blocks.CASES,
    *code_blocks.CASES,
    *front_matter.CASES,
    *glossary.CASES,
    *imports.CASES,
    *language.CASES,
    *links.CASES,
    *navigation.CASES,
    *page_parts.CASES,
    *prints.CASES,
    *quizzes.CASES,
    *snippets.CASES,
]

__all__ = ["ALL", "Case"]
