"""`notes new snippet`: a small program, shown on its page."""

from __future__ import annotations

import re

from backend_notes.authoring.plan import NewError, Plan
from backend_notes.content.page import Page

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_COMMENTED = """\
# [To do: a program of 10 to 40 lines on warehouse orders that shows one thing.]
# --8<-- [start:{section}]
print("order A-18")
#> order A-18
# --8<-- [end:{section}]
"""
RECORDED = """\
# [To do: a program of 10 to 40 lines on warehouse orders that shows one thing.]
# --8<-- [start:{section}]
print("order A-18")
# --8<-- [end:{section}]
"""


def new_snippet(plan: Plan, target: str, recorded: bool = False) -> None:
    """Plan `<section>/<page>/<name>` and its import in the page, before its production part.

    Args:
        plan: what is written.
        target: the page's path below docs/, and the name of the program.
        recorded: whether the output stands in an `.out` file, not in `#>` comments.

    Raises:
        NewError: the page does not exist, the name is no module's or the file exists.
    """
    slug, _, name = target.rpartition("/")
    name = name.removesuffix(".py")
    if not _NAME.fullmatch(name):
        raise NewError(f"The program's name `{name}` is not lower-case words joined by `_`.")
    page = plan.page(slug)
    key = create_program(plan, slug, name, recorded)
    lines = [f'```python title="{name}.py"', f'--8<-- "{key}.py:program"', "```"]
    if recorded:
        lines += ["", '```text title="Output"', f'--8<-- "{key}.out"', "```"]
    insert_into_page(plan, page, "\n".join(lines))


def create_program(plan: Plan, slug: str, name: str, recorded: bool) -> str:
    """Plan a page's program with the section `program`; gives its key without `.py`.

    Raises:
        NewError: there is one of this name.
    """
    key = f"{slug.replace('-', '_')}/{name}"
    text = (RECORDED if recorded else _COMMENTED).format(section="program")
    plan.create(f"snippets/{key}.py", text)
    if recorded:
        plan.create(f"snippets/{key}.out", "order A-18\n")
    return key


def insert_into_page(plan: Plan, page: Page, block: str) -> None:
    """Plan a block before the part that follows what a guide teaches, or at a page's end."""
    after = [
        heading.line
        for heading in page.headings
        if heading.level == 2 and {"production", "summary", "try"} & set(heading.classes)
    ]
    if after:
        lines = page.lines
        text = "\n".join([*lines[: after[0] - 1], block, "", *lines[after[0] - 1 :]])
    else:
        text = f"{page.text.rstrip()}\n\n{block}\n"
    plan.change_page(page, text)
