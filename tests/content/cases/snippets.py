"""Snippets that are malformed, or that no page shows."""

from __future__ import annotations

from cases.case import ORDER, REGISTRY, Case

CASES = [
    Case(
        rule="section-markers",
        when="a section that never ends",
        file=REGISTRY,
        edits=[("# --8<-- [end:registry]\n", "")],
        at=(REGISTRY, 3),
        message="section `registry` starts and never ends",
        fix="give every section one `--8<-- [start:name]` and one `--8<-- [end:name]`",
        also={"missing-section"},
    ),
    Case(
        rule="section-markers",
        when="a section that starts twice",
        file=REGISTRY,
        edits=[("handlers =", ("# --8<-- [start:registry]\nhandlers ="))],
        at=(REGISTRY, 4),
        message="section `registry` starts again; it started on line 3",
        fix="give every section one `--8<-- [start:name]` and one `--8<-- [end:name]`",
    ),
    Case(
        rule="section-markers",
        when="a section that never started",
        file=REGISTRY,
        edits=[("# --8<-- [end:registry]", ("# --8<-- [end:registry]\n# --8<-- [end:other]"))],
        at=(REGISTRY, 8),
        message="section `other` ends but never started",
        fix="give every section one `--8<-- [start:name]` and one `--8<-- [end:name]`",
    ),
    Case(
        rule="snippet-header",
        when="no TOML",
        file=ORDER,
        edits=[('fails = "ValueError"', "fails = ValueError")],
        at=(ORDER, 1),
        message="the header is not TOML: Invalid value (at line 2, column 9)",
        fix="correct the header",
    ),
    Case(
        rule="snippet-header",
        when="a value of a wrong type",
        file=ORDER,
        edits=[(('[tool.notes]\n# fails = "ValueError"'), "tool = 3")],
        at=(ORDER, 1),
        message="the header's `tool.notes` must be a table",
        fix="correct the header",
    ),
    Case(
        rule="snippet-header",
        when="a key that means nothing",
        file=ORDER,
        edits=[("fails", "raises")],
        at=(ORDER, 1),
        message=(
            "the header's key `raises` means nothing; known are app, browser, env, "
            "exits, fails, interpreter, needs, normalise, schema, stack, timeout"
        ),
        fix="correct the header",
    ),
    Case(
        rule="snippet-header",
        when="no end",
        file=ORDER,
        edits=[("# ///\n", "")],
        at=(ORDER, 1),
        message="the header opens with `/// script` and does not close with `///`",
        fix="correct the header",
    ),
    Case(
        rule="orphan-snippet",
        when="a program that no page shows",
        file="snippets/core_concepts/decorators/spare.py",
        write="print(1)\n",
        at=("snippets/core_concepts/decorators/spare.py", 1),
        message="no page imports any part of snippets/core_concepts/decorators/spare.py",
        fix="import a section of it, or delete the file",
    ),
    Case(
        rule="orphan-section",
        when="a section that no page shows",
        file=ORDER,
        edits=[
            ('print("first")', ('# --8<-- [start:inner]\nprint("first")\n# --8<-- [end:inner]'))
        ],
        at=(ORDER, 6),
        message="no page imports the section `inner`",
        fix=('import `--8<-- "core_concepts/decorators/order.py:inner"`, or take its markers out'),
    ),
    Case(
        rule="orphan-output",
        when="an output without its program",
        file="snippets/core_concepts/decorators/spare.out",
        write="1\n",
        at=("snippets/core_concepts/decorators/spare.out", 1),
        message="no program belongs to snippets/core_concepts/decorators/spare.out",
        fix="delete it, or give it the name of its program",
    ),
    Case(
        rule="two-recordings",
        when="both ways of recording",
        file=ORDER,
        edits=[('print("first")', ('print("first")\n#> first'))],
        at=(ORDER, 7),
        message="the program has both `#>` comments and an `.out` file",
        fix="take the `#>` comments out, or delete the `.out` file",
    ),
    Case(
        rule="folder-without-page",
        when="a folder without a page",
        file="snippets/core_concepts/closures/counter.py",
        write="print(1)\n",
        at=("snippets/core_concepts/closures/counter.py", 1),
        message=(
            "snippets/core_concepts/closures is the code of "
            "docs/core-concepts/closures.md, which does not exist"
        ),
        fix="give the folder the name of its page, in snake_case, or delete it",
    ),
    Case(
        rule="folder-without-page",
        when="a hyphen in a folder's name",
        file="snippets/core-concepts/decorators/counter.py",
        write="print(1)\n",
        at=("snippets/core-concepts/decorators/counter.py", 1),
        message="snippets/core-concepts/decorators has a hyphen in its name",
        fix="give the folder the name of its page, in snake_case, or delete it",
    ),
    Case(
        rule="folder-without-page",
        when="a file outside every folder",
        file="snippets/counter.py",
        write="print(1)\n",
        at=("snippets/counter.py", 1),
        message="the file lies in no page's folder",
        fix="give the folder the name of its page, in snake_case, or delete it",
    ),
]
