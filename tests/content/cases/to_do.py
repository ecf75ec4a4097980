"""Texts that a skeleton left to its author."""

from __future__ import annotations

from cases.case import PAGE, REGISTRY, Case

CASES = [
    Case(
        rule="to-do",
        when="on a page",
        file=PAGE,
        edits=[("A lock.", "")]
        if False
        else [("- A wrapper runs at each call.", "- [To do: what runs.]")],
        at=(PAGE, 98),
        message="still to do: what runs",
        fix="write it in place of the brackets",
    ),
    Case(
        rule="to-do",
        when="in a program",
        file=REGISTRY,
        edits=[("handlers =", "# [to do: say why]\nhandlers =")],
        at=(REGISTRY, 4),
        message="still to do: say why",
        fix="write it in place of the brackets",
    ),
]
