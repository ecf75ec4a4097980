"""The header of a snippet says what it needs, in any language."""

from __future__ import annotations

import pytest

from backend_notes.snippets.header import Header, HeaderError, header_span, read_header


@pytest.mark.parametrize("mark", ["#", "--", "//"])
def test_reads_the_block_behind_any_comment_mark(mark: str) -> None:
    text = (
        f"{mark} /// script\n{mark} requires-python = '>=3.12'\n{mark}\n{mark} [tool.notes]\n"
        f"{mark} needs = ['postgres']\n{mark} timeout = 3\n{mark} ///\nrest\n"
    )
    header = read_header(text)
    assert header == Header(requires_python=">=3.12", needs=("postgres",), timeout=3.0)
    assert header_span(text) == (1, 7)


def test_a_file_without_a_header_gets_the_defaults() -> None:
    assert read_header("print(1)\n") == Header()
    assert header_span("print(1)\n") is None


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("# [tool.notes]\n# need = []\n", "the header's key `need` means nothing"),
        ("# [tool.notes]\n# needs = 'redis'\n", "`needs` must be a list of strings"),
        ("# [tool.notes]\n# needs = ['mysql']\n", "needs ['mysql']; services are postgres"),
        ("# [tool.notes]\n# stack = 'stagging'\n", "stack `stagging` is none of development, "),
        ("# [tool.notes]\n# interpreter = 'cold'\n", "`cold` must be `forked` or `fresh`"),
        ("# [tool.notes]\n# needs = [[1]]\n", "`needs` must be a list of strings"),
        ("# [tool.notes]\n# env = { A = 1 }\n", "`env` must be a table of strings"),
        ("# requires-python = []\n", "`requires-python` must be a string"),
        ("# tool = 3\n", "`tool.notes` must be a table"),
        ("# [tool.notes\n", "the header is not TOML"),
    ],
)
def test_a_header_that_cannot_be_used_says_why_and_where(body: str, message: str) -> None:
    with pytest.raises(HeaderError) as caught:
        read_header(f"\n\n# /// script\n{body}# ///\n")
    assert message in str(caught.value)
    assert caught.value.line == 3


def test_a_header_that_never_closes_is_found() -> None:
    with pytest.raises(HeaderError, match="does not close") as caught:
        read_header("import os\n# /// script\n# [tool.notes]\nprint(1)\n")
    assert caught.value.line == 2
