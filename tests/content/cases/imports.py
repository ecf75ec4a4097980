"""Imports that bring in nothing, too much, or the wrong thing."""

from __future__ import annotations

from cases.case import PAGE, Case

CASES = [
    Case(
        rule="broken-import",
        when="a file that does not exist",
        file=PAGE,
        edits=[("registry.py:registry", "registri.py:registry")],
        at=(PAGE, 30),
        message=(
            "snippets/core_concepts/decorators/registri.py does not exist (did you mean "
            "`core_concepts/decorators/registry.py`?)"
        ),
        fix="correct the path, which starts below snippets/, or write the file",
        also={"orphan-snippet"},
    ),
    Case(
        rule="broken-import",
        when="a folder that does not exist",
        file=PAGE,
        edits=[
            (
                "core_concepts/decorators/registry.py:registry",
                "core_concept/decorators/registry.py:registry",
            )
        ],
        at=(PAGE, 30),
        message=(
            "snippets/core_concept/decorators/registry.py does not exist (did you mean "
            "`core_concepts/decorators/registry.py`?)"
        ),
        fix="correct the path, which starts below snippets/, or write the file",
        also={"orphan-snippet"},
    ),
    Case(
        rule="broken-import",
        when="a block of imports",
        file=PAGE,
        edits=[('--8<-- "core_concepts/decorators/registry.py:registry"', "--8<--")],
        at=(PAGE, 30),
        message="this line is no import of one file",
        fix='write `--8<-- "section/page/program.py:part"` on a line of its own',
        also={"orphan-snippet"},
    ),
    Case(
        rule="missing-section",
        when="a section with a typing mistake",
        file=PAGE,
        edits=[("registry.py:registry", "registry.py:regstry")],
        at=(PAGE, 30),
        message=(
            "snippets/core_concepts/decorators/registry.py has no section `regstry` (did "
            "you mean `registry`?); it has `registry`"
        ),
        fix=(
            "correct the name, or mark the part with `--8<-- [start:regstry]` and "
            "`--8<-- [end:regstry]`"
        ),
        also={"orphan-section"},
    ),
    Case(
        rule="missing-section",
        when="a section of a file without sections",
        file=PAGE,
        edits=[("order.out", "order.out:whole")],
        at=(PAGE, 74),
        message=("snippets/core_concepts/decorators/order.out has no section `whole`; it has none"),
        fix=(
            "correct the name, or mark the part with `--8<-- [start:whole]` and `--8<-- "
            "[end:whole]`"
        ),
    ),
    Case(
        rule="import-without-section",
        when="a whole program",
        file=PAGE,
        edits=[("registry.py:registry", "registry.py")],
        at=(PAGE, 30),
        message="snippets/core_concepts/decorators/registry.py is imported without a section",
        fix=(
            "name the part that the page shows: `--8<-- "
            '"core_concepts/decorators/registry.py:registry"`'
        ),
        also={"orphan-section"},
    ),
    Case(
        rule="import-by-lines",
        when="a range of lines",
        file=PAGE,
        edits=[("registry.py:registry", "registry.py:3:5")],
        at=(PAGE, 30),
        message=(
            "snippets/core_concepts/decorators/registry.py is imported by line numbers (`:3:5`)"
        ),
        fix="mark the part as a named section and import that",
        also={"orphan-section"},
    ),
    Case(
        rule="import-outside-fence",
        when="an import in the text",
        file=PAGE,
        edits=[
            (
                ('```text title="Output"\n--8<-- "core_concepts/decorators/order.out"\n```'),
                '--8<-- "core_concepts/decorators/order.out"',
            )
        ],
        at=(PAGE, 73),
        message=("snippets/core_concepts/decorators/order.out is imported outside a fenced block"),
        fix="put the line between two ``` lines, the first with the language",
    ),
    Case(
        rule="broken-example",
        when="a file that does not exist",
        file=PAGE,
        edits=[('{{ version("fastapi") }}', '{{ example("core_concepts/decorators/shown.md") }}')],
        at=(PAGE, 56),
        message="snippets/core_concepts/decorators/shown.md does not exist",
        fix=(
            'name its files below snippets/: `example("section/page/program.py",'
            ' "section/page/shown.md")`'
        ),
    ),
    Case(
        rule="broken-example",
        when="a program without the Markdown that imports it",
        file=PAGE,
        edits=[
            ('{{ version("fastapi") }}', '{{ example("core_concepts/decorators/registry.py") }}')
        ],
        at=(PAGE, 56),
        message="the example does not end with its one Markdown file",
        fix=(
            'name its files below snippets/: `example("section/page/program.py",'
            ' "section/page/shown.md")`'
        ),
    ),
]
