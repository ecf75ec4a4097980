"""Admonitions, diagrams and macros that are not what they look like."""

from __future__ import annotations

from cases.case import PAGE, Case

CASES = [
    Case(
        rule="admonition",
        when="a type that does not exist",
        file=PAGE,
        edits=[("!!! claim", "!!! claims")],
        at=(PAGE, 63),
        message="`!!! claims` is no type of admonition (did you mean `claim`?)",
        fix=(
            "use one of abstract, bridge, bug, build, claim, danger, example, failure, "
            "info, note, question, quiz, quote, success, think, tip, warning"
        ),
    ),
    Case(
        rule="admonition",
        when="a title without quotes",
        file=PAGE,
        edits=[('!!! claim "One file names another"', "!!! claim One file names another")],
        at=(PAGE, 63),
        message="`One` means nothing in the head of this claim",
        fix='put the title in double quotes: `!!! claim "Title"`',
    ),
    Case(
        rule="admonition",
        when="a body that is not indented",
        file=PAGE,
        edits=[("Count the calls", ("!!! tip\n\nCount the calls"))],
        at=(PAGE, 103),
        message="this tip is empty",
        fix="indent its text by four columns",
    ),
    Case(
        rule="claim-without-program",
        when="a claim without a program",
        file=PAGE,
        edits=[
            (
                (
                    "    ```python\n"
                    '    --8<-- "core_concepts/decorators/service/main.py:app"\n'
                    "    ```"
                ),
                "    It does.",
            )
        ],
        at=(PAGE, 63),
        message='the claim "One file names another" shows no program',
        fix="import the program that proves it, or tell it without the claim block",
        also={"orphan-snippet"},
    ),
    Case(
        rule="diagram-title",
        when="a diagram without a description",
        file=PAGE,
        edits=[("    accDescr: A function goes in, another comes out.\n", "")],
        at=(PAGE, 20),
        message="the diagram has no accDescr",
        fix="add `accTitle: …` and `accDescr: …` below its first line",
    ),
    Case(
        rule="macro-not-rendered",
        when="a macro on a page without macros",
        file=PAGE,
        edits=[("render_macros: true\n", "")],
        at=(PAGE, 55),
        message='`{{ version("fastapi") }}` is shown as it stands',
        fix="add `render_macros: true` to the front matter, or write it as inline code",
    ),
]
