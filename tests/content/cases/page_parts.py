"""Guides without a guide's parts."""

from __future__ import annotations

from cases.case import PAGE, Case

CASES = [
    Case(
        rule="one-title",
        when="no title",
        file=PAGE,
        edits=[(("# Decorators\n\nThe nightly"), "The nightly")],
        at=(PAGE, 11),
        message="the page has no level-1 heading",
        fix="start the page with one `# Title`",
    ),
    Case(
        rule="one-title",
        when="two titles",
        file=PAGE,
        edits=[("### A server", "# A server")],
        at=(PAGE, 61),
        message="`A server` is a second level-1 heading",
        fix="start the page with one `# Title`",
    ),
    Case(
        rule="one-title",
        when="a heading above the title",
        file=PAGE,
        edits=[(("# Decorators\n\nThe nightly"), ("## Preface\n\n# Decorators\n\nThe nightly"))],
        at=(PAGE, 12),
        message="`Preface` stands above the level-1 heading",
        fix="start the page with one `# Title`",
    ),
    Case(
        rule="problem",
        when="no problem",
        file=PAGE,
        edits=[
            (
                (
                    "The nightly export of orders takes nine minutes. Nobody knows which of its "
                    "steps is slow.\n"
                    "\n"
                ),
                "",
            )
        ],
        at=(PAGE, 12),
        message="the problem below the title has no sentences",
        fix=("tell a real backend scene in one to three sentences between `#` and the first `##`"),
    ),
    Case(
        rule="problem",
        when="four sentences",
        file=PAGE,
        edits=[("minutes. Nobody", "minutes. It did not, e.g. last week. It is late. Nobody")],
        at=(PAGE, 12),
        message="the problem below the title has 4 sentences",
        fix=("tell a real backend scene in one to three sentences between `#` and the first `##`"),
    ),
    Case(
        rule="page-parts",
        when="no mental model",
        file=PAGE,
        edits=[(" { .model }", "")],
        at=(PAGE, 1),
        message="the page has no mental model",
        fix="mark its level-2 heading: `## Some words { .model }`",
    ),
    Case(
        rule="page-parts",
        when="two summaries",
        file=PAGE,
        edits=[("{ #two-layers }", "{ #two-layers .summary }")],
        at=(PAGE, 95),
        message="`Summary` is a second summary; the first is on line 54",
        fix="leave `.summary` on one level-2 heading",
        also={"parts-in-order", "summary-bullets"},
    ),
    Case(
        rule="parts-in-order",
        when="production before the program",
        file=PAGE,
        edits=[
            ("The smallest program { .program }", "The smallest program { .production }"),
            ("In production { .production }", "In production { .program }"),
        ],
        at=(PAGE, 27),
        message="the production part comes before the smallest program",
        fix=(
            "keep the order: mental model, smallest program, production part, summary, task to try"
        ),
        also={"program-shown"},
    ),
    Case(
        rule="part-of-level-two",
        when="a part on level three",
        file=PAGE,
        edits=[("## In production {", "### In production {")],
        at=(PAGE, 82),
        message="`In production` has the class `.production` and level 3",
        fix="make it `## In production { .production }`",
        also={"page-parts"},
    ),
    Case(
        rule="program-shown",
        when="no program",
        file=PAGE,
        edits=[
            (('```python\n--8<-- "core_concepts/decorators/registry.py:registry"\n```\n\n'), "")
        ],
        at=(PAGE, 27),
        message="`The smallest program` imports no program",
        fix="import a section of the smallest program and its recorded output",
        also={"orphan-snippet"},
    ),
    Case(
        rule="summary-bullets",
        when="two bullets",
        file=PAGE,
        edits=[("- A closure holds variables.\n", "")],
        at=(PAGE, 95),
        message="the summary has 2 bullets",
        fix="keep three to six that are worth remembering",
    ),
    Case(
        rule="task-told",
        when="no task",
        file=PAGE,
        edits=[(("\nCount the calls of a function, and print the count.\n"), "")],
        at=(PAGE, 101),
        message="`Try it yourself` sets no task",
        fix="describe one task whose outcome the reader can check alone",
    ),
]
