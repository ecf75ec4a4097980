"""Code that no test runs."""

from __future__ import annotations

from cases.case import PAGE, Case

CASES = [
    Case(
        rule="unclosed-fence",
        when="a block that never closes",
        file=PAGE,
        edits=[(("orders/\n└── main.py\n```"), ("orders/\n└── main.py"))],
        at=(PAGE, 77),
        message="the block that ``` opens here never closes",
        fix="close it with ```, indented like the line that opens it",
    ),
    Case(
        rule="unclosed-fence",
        when="a block that closes further left",
        file=PAGE,
        edits=[
            (
                ('    --8<-- "core_concepts/decorators/service/main.py:app"\n    ```'),
                ('    --8<-- "core_concepts/decorators/service/main.py:app"\n```'),
            )
        ],
        at=(PAGE, 65),
        message="the block that ``` opens here never closes",
        fix="close it with ```, indented like the line that opens it",
        also={"fenced-code"},
    ),
    Case(
        rule="fenced-code",
        when="code typed into the page",
        file=PAGE,
        edits=[('--8<-- "core_concepts/decorators/registry.py:registry"', "handlers = {}")],
        at=(PAGE, 30),
        message="`handlers = {}` is typed into the page",
        fix="put the code into a file under snippets/ and import a section of it",
        also={"orphan-snippet", "program-shown"},
    ),
    Case(
        rule="fenced-code",
        when="code beside an import",
        file=PAGE,
        edits=[
            (
                '--8<-- "core_concepts/decorators/registry.py:registry"',
                ('import sys\n--8<-- "core_concepts/decorators/registry.py:registry"'),
            )
        ],
        at=(PAGE, 30),
        message="`import sys` is typed into the page",
        fix="put the code into a file under snippets/ and import a section of it",
    ),
    Case(
        rule="fenced-code",
        when="an empty block",
        file=PAGE,
        edits=[(("orders/\n└── main.py\n"), "")],
        at=(PAGE, 77),
        message="this block is empty",
        fix="put the code into a file under snippets/ and import a section of it",
    ),
    Case(
        rule="html-code",
        when="code in HTML",
        file=PAGE,
        edits=[("Count the calls", ("<pre>count = 0</pre>\n\nCount the calls"))],
        at=(PAGE, 103),
        message="`<pre>` brings in code that nothing runs",
        fix="import it from snippets/ in a fenced block",
    ),
    Case(
        rule="indented-code",
        when="code indented by four columns",
        file=PAGE,
        edits=[("Count the calls", ("Start so:\n\n    count = 0\n\nCount the calls"))],
        at=(PAGE, 105),
        message="`count = 0` is indented into a code block",
        fix="import it from snippets/ in a fenced block, or take the indentation out",
    ),
    Case(
        rule="output-block",
        when="an output typed into the page",
        file=PAGE,
        edits=[('--8<-- "core_concepts/decorators/order.out"', "first")],
        at=(PAGE, 73),
        message='the block titled "Output" does not show a recorded output',
        fix="import the program's `.out` file, and nothing else, in this block",
    ),
    Case(
        rule="output-block",
        when="an output without its title",
        file=PAGE,
        edits=[('```text title="Output"', "```text")],
        at=(PAGE, 73),
        message=(
            "snippets/core_concepts/decorators/order.out is shown in a block that does not say so"
        ),
        fix='open the block with ```text title="Output"',
    ),
    Case(
        rule="output-block",
        when="a program titled as an output",
        file=PAGE,
        edits=[
            (
                ('```python\n--8<-- "core_concepts/decorators/registry.py'),
                ('```python title="Output"\n--8<-- "core_concepts/decorators/registry.py'),
            )
        ],
        at=(PAGE, 29),
        message='the block titled "Output" does not show a recorded output',
        fix="import the program's `.out` file, and nothing else, in this block",
    ),
]
