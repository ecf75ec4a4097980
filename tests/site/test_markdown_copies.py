"""Pages as Markdown that stands alone, and the list of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from backend_notes.project import Project
from backend_notes.site.markdown_copies import Listed, copy_address, llms_txt, stand_alone
from backend_notes.snippets.source import Snippet

# Markdown that is shown as code: how a quiz or an import is written.
EXAMPLE = re.compile(r"^````markdown .*?^````$", re.MULTILINE | re.DOTALL)
PAGE = """\
# Orders

## One idea { .model }

A [closure](../glossary.md#closure) and [a word](words.md),
not [this](https://a.example/b.md).

!!! quiz orders-late prints term-closure "What does this print?"

    ```python title="late.py"
    --8<-- "core/orders/late.py:bug"
    ```

    - [ ] `1`
        - Not yet,
          and never.
    - [x] `2`
        - It is late.

> ```python
> --8<-- "core/orders/late.py:bug"
> ```

!!! quiz orders-more "More?"

    - [x] Yes
        - Always.
    - [ ] No
        - Never.
"""
ALONE = """\
# Orders

## One idea

A [closure](https://notes.example/glossary/#closure) and [a word](words.md),
not [this](https://a.example/b.md).

**Question 1.** What does this print?

```python title="late.py"
def late():
    return 2
```

- A. `1`
- B. `2`

> ```python
> def late():
>     return 2
> ```

**Question 2.** More?

- A. Yes
- B. No

## Answers

**Question 1.**

- A is wrong. Not yet, and never.
- B is right. It is late.

**Question 2.**

- A is right. Always.
- B is wrong. Never.
"""


def test_a_copy_stands_alone(scratch: Project, write: Callable[..., Snippet]) -> None:
    write(
        "core/orders/late.py",
        "if True:\n    # --8<-- [start:bug]\n    def late():\n        return 2\n"
        "    # --8<-- [end:bug]\n",
    )
    known = {"glossary.md": "https://notes.example/glossary/"}
    assert stand_alone(scratch, "core/orders.md", PAGE, known.get) == ALONE


def test_a_copy_stands_beside_its_page() -> None:
    assert copy_address("core/orders/index.html") == "core/orders/index.md"


def test_llms_txt_lists_pages_by_section() -> None:
    pages = [
        Listed("", "Home", "Start.", "https://n.example/index.md"),
        Listed("Core", "Orders", "", "https://n.example/core/orders/index.md"),
    ]
    assert llms_txt("Notes", "About.", pages) == (
        "# Notes\n\n> About.\n\n## Notes\n\n- [Home](https://n.example/index.md): Start.\n\n"
        "## Core\n\n- [Orders](https://n.example/core/orders/index.md)\n"
    )


def test_every_page_of_the_site_has_a_copy_without_imports_and_macros(
    project: Project, site: Path
) -> None:
    listed = (site / "llms.txt").read_text("utf-8")
    for page in project.docs.rglob("*.md"):
        html = page.relative_to(project.docs)
        place = html.parent if html.stem == "index" else html.with_suffix("")
        copy = (site / place / "index.md").read_text("utf-8")
        copy = EXAMPLE.sub("", copy)
        assert "\n--8<--" not in copy, html
        assert "!!! quiz" not in copy, html
        assert "{{ version(" not in copy, html
        assert f"/{(place / 'index.md').as_posix()})" in listed
        shown = (site / place / "index.html").read_text("utf-8")
        # No `rel=alternate` in the head: the theme takes it for another language and asks for the
        # site map below it, on every page.
        if html.name != html.as_posix() or html.stem != "index":  # the start page has no buttons
            assert 'href="index.md" title="Copy as Markdown"' in shown, html
        assert "rel=alternate" not in shown.replace('"', "")
    program = site / "snippets/core_concepts/decorators/late_binding.py"
    assert program.read_text("utf-8").startswith("# /// script\n")
