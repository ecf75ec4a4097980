"""Quizzes about an output that are not true to it."""

from __future__ import annotations

from cases.case import LATE_BINDING, PAGE, Case

CASES = [
    Case(
        rule="quiz-prints",
        when="an answer that is not the output",
        file=PAGE,
        edits=[("`2 2 2`", "`2 2`")],
        at=(PAGE, 51),
        message=(
            "the right option of quiz `decorators-late-binding` says `2 2`, but "
            "snippets/core_concepts/decorators/late_binding.out holds `2 2 2`"
        ),
        fix="copy the output into the option, or correct the program",
    ),
    Case(
        rule="quiz-prints",
        when="a wrong option that is the output",
        file=PAGE,
        edits=[(("`0 1 2`\n        - A"), ("2 2  2\n        - A"))],
        at=(PAGE, 48),
        message=(
            "the wrong option `2 2 2` of quiz `decorators-late-binding` is what the program prints"
        ),
        fix="mark it with `- [x]`, or change it",
    ),
    Case(
        rule="quiz-prints",
        when="no recorded output",
        file=PAGE,
        edits=[("late_binding.py:program", "registry.py:registry")],
        at=(PAGE, 45),
        message=(
            "quiz `decorators-late-binding` asks what "
            "snippets/core_concepts/decorators/registry.py prints, and no output is "
            "recorded"
        ),
        fix=(
            "create snippets/core_concepts/decorators/registry.out and run `uv run notes "
            "update snippets/core_concepts/decorators/registry.py`"
        ),
        also={"orphan-snippet"},
    ),
    Case(
        rule="quiz-prints",
        when="comments that give the answer away",
        file=LATE_BINDING,
        edits=[("make in makers])", ("make in makers])\n#> 2 2 2"))],
        at=(PAGE, 45),
        message=("quiz `decorators-late-binding` shows `#>` comments, which give the answer away"),
        fix="take them out; the `.out` file records the output",
        also={"two-recordings"},
    ),
    Case(
        rule="quiz-prints",
        when="no program",
        file=PAGE,
        edits=[
            (
                (
                    "    ```python\n"
                    '    --8<-- "core_concepts/decorators/late_binding.py:program"\n'
                    "    ```\n"
                    "\n"
                ),
                "",
            )
        ],
        at=(PAGE, 42),
        message="quiz `decorators-late-binding` asks what is printed and imports no sections",
        fix="import exactly one section of one program, and not its output",
        also={"orphan-snippet"},
    ),
    Case(
        rule="quiz-prints",
        when="the output beside the program",
        file=PAGE,
        edits=[
            (
                ('late_binding.py:program"\n    ```'),
                (
                    'late_binding.py:program"\n'
                    "    ```\n"
                    "\n"
                    '    ```text title="Output"\n'
                    '    --8<-- "core_concepts/decorators/late_binding.out"\n'
                    "    ```"
                ),
            )
        ],
        at=(PAGE, 42),
        message="quiz `decorators-late-binding` asks what is printed and imports a whole file",
        fix="import exactly one section of one program, and not its output",
    ),
    Case(
        rule="quiz-prints",
        when="two right options",
        file=PAGE,
        edits=[
            (
                (
                    "- [ ] `0 1 2`\n"
                    "        - A closure holds the variable,\n"
                    "          not its value.\n"
                ),
                (
                    "- [ ] `0 1 2`\n"
                    "        - A closure holds the variable,\n"
                    "          not its value.\n"
                    "    - [x] `2`\n"
                    "        - The last.\n"
                ),
            )
        ],
        at=(PAGE, 53),
        message=(
            "quiz `decorators-late-binding` has 2 right options, and a program prints one thing"
        ),
        fix="leave one `- [x]`",
    ),
]
