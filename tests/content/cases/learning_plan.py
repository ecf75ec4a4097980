"""Points of the plan that nothing teaches."""

from __future__ import annotations

from cases.case import PAGE, Case

PLAN = "docs/learning-plan.yml"

CASES = [
    Case(
        rule="plan-file",
        when="no YAML",
        file=PLAN,
        edits=[("title: Functions", "title: Functions: all")],
        at=(PLAN, 2),
        message=(
            "docs/learning-plan.yml is not YAML: mapping values are not allowed in this context"
        ),
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="plan-file",
        when="a topic without a title",
        file=PLAN,
        edits=[("      - title: Wrapping them\n        points:", "      - points:")],
        at=(PLAN, 4),
        message="a topic has no `title`",
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="plan-file",
        when="a page that is no text",
        file=PLAN,
        edits=[("[core-concepts/decorators#summary]", "[[core-concepts/decorators#summary]]")],
        at=(PLAN, 7),
        message="a page must be a text",
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="plan-point",
        when="a point without a page",
        file=PLAN,
        edits=[("[core-concepts/decorators#summary]", "[]")],
        at=(PLAN, 6),
        message="the point has no `pages`",
        fix="name the page that teaches it, planned or not",
    ),
    Case(
        rule="plan-point",
        when="a point without a text",
        file=PLAN,
        edits=[("text: What it remembers.", "text:")],
        at=(PLAN, 8),
        message="the point has no `text`",
        fix="say in a sentence what is to be learned",
    ),
    Case(
        rule="plan-page",
        when="a page misspelt",
        file=PLAN,
        edits=[("- core-concepts/generators", "- core-concepts/generator")],
        at=(PLAN, 10),
        message=(
            "`core-concepts/generator` is neither a page nor planned "
            "(did you mean `core-concepts/generators`?)"
        ),
        fix="correct the path below docs/ without `.md`, or plan it in docs/tracks.yml",
    ),
    Case(
        rule="plan-anchor",
        when="a heading that was renamed",
        file=PLAN,
        edits=[("#summary", "#sumary")],
        at=(PLAN, 7),
        message=f"{PAGE} has no anchor `#sumary` (did you mean `summary`?)",
        fix="name the heading that teaches the point: `core-concepts/decorators#anchor`",
    ),
    Case(
        rule="plan-anchor",
        when="a page that is written and named as a whole",
        file=PLAN,
        edits=[("decorators#summary", "decorators")],
        at=(PLAN, 7),
        message=f"{PAGE} is written, and `core-concepts/decorators` names no heading of it",
        fix="name the heading that teaches the point: `core-concepts/decorators#anchor`",
    ),
]
