"""A wrong macro: one message that names file and line."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from backend_notes.site.macro_errors import MacroErrors, explain_macro_error

RENDERING = """\
[macros] - ERROR # _Macro Rendering Error_

_File_: `core/pools.md`

_UndefinedError_: 'verson' is undefined

```
Traceback (most recent call last):
  File ".../jinja2/environment.py", line 942, in handle_exception
  File "<template>", line 3, in top-level template code
jinja2.exceptions.UndefinedError: 'verson' is undefined
```
"""
SYNTAX = """\
[macros] - ERROR # _Macro Syntax Error_

_File_: `core/pools.md`

_Line 3 in Markdown file:_ **unexpected end of template, expected 'end of print statement'.**
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    page = tmp_path / "docs" / "core" / "pools.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Pools\nrender_macros: true\n---\n\n# Pools\n\n{{ verson }}\n")
    return tmp_path / "docs"


def test_an_undefined_name(docs: Path) -> None:
    explained = explain_macro_error(RENDERING, docs)

    assert explained is not None
    assert explained.splitlines()[0] == "docs/core/pools.md:8: 'verson' is undefined [macro]"


def test_a_syntax_error(docs: Path) -> None:
    explained = explain_macro_error(SYNTAX, docs)

    assert explained is not None
    assert explained.splitlines()[0] == (
        "docs/core/pools.md:8: unexpected end of template,"
        " expected 'end of print statement' [macro]"
    )


def test_other_messages_are_left_alone(docs: Path) -> None:
    assert explain_macro_error("[macros] - Config macros: ['version']", docs) is None


@pytest.mark.parametrize(("level", "said"), [(logging.INFO, False), (logging.WARNING, True)])
def test_chatter_is_dropped(docs: Path, level: int, said: bool) -> None:
    record = logging.LogRecord("macros", level, "", 0, "Functions found", None, None)

    assert MacroErrors(docs).filter(record) is said
    assert record.msg == "Functions found"
