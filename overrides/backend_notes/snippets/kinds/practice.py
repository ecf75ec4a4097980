"""The tests of a practice problem: run on its solution, its starter and its wrong approaches.

They import what they test from a module `answer` that only the harness provides, so they are no
programs that run by themselves.
"""

from __future__ import annotations

from backend_notes.practice.problem import Problem
from backend_notes.practice.rules import check_problem
from backend_notes.services.lease import Services
from backend_notes.snippets.formatting import format_python
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify(snippet: Snippet, _: Services) -> Verification:
    """Grade the problem's own files."""
    return Verification(
        findings=check_problem(Problem(snippet.project, snippet.path.parent)),
        recorded={snippet.path: format_python(snippet.text, snippet.path)},
    )
