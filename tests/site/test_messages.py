"""Messages of a build: what MkDocs repeats, and what nobody foresaw."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort, BuildError

from backend_notes.finding import Finding
from backend_notes.site.messages import SaidAlready, abort_with_message, defect
from backend_notes.site.reading import render_in_any_case

FINDINGS = [
    Finding("docs/a.md", 8, "broken-link", "`pools.md` leads to docs/pools.md, which does not", ""),
    Finding("docs/a.md", 9, "broken-anchor", "docs/b.md has no anchor `#x`", ""),
    Finding("mkdocs.yml", 7, "nav-without-page", "docs/gone.md does not exist", ""),
    Finding("docs/new.md", 1, "page-outside-nav", "the nav does not list this page", ""),
]
OMITTED = (
    "The following pages exist in the docs directory, but are not included"
    ' in the "nav" configuration:\n  - new.md'
)


@pytest.mark.parametrize(
    ("message", "worth_saying"),
    [
        ("Doc file 'a.md' contains a link 'pools.md', but the target is not found", False),
        ("Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not", False),
        ("Doc file 'a.md' contains a link 'other.md', but the target is not found", True),
        ("Doc file 'b.md' contains a link 'pools.md', but the target is not found", True),
        ("Doc file 'a.md' contains an unrecognized relative link 'x', it was left as is", True),
        ("A reference to 'gone.md' is included in the 'nav' configuration, which", False),
        ("A reference to 'lost.md' is included in the 'nav' configuration, which", True),
        (OMITTED, False),
        (OMITTED + "\n  - other.md", True),
        ("Something else", True),
    ],
)
def test_mkdocs_repeats_no_finding(message: str, worth_saying: bool) -> None:
    record = logging.LogRecord("mkdocs", logging.WARNING, "", 0, message, None, None)

    assert SaidAlready(FINDINGS).filter(record) is worth_saying


def _caught(raising: Any) -> Exception:
    try:
        raising()
    except Exception as error:
        return error
    raise AssertionError("it raised nothing")


def test_a_defect_names_type_and_place() -> None:
    finding = defect(_caught(lambda: {}["pool"]), "the page was not built")

    assert finding.path == "test_messages.py"
    assert finding.message == "the page was not built: KeyError: 'pool'"
    assert "report it" in finding.fix


def test_only_what_nobody_foresaw_ends_a_build_our_way() -> None:
    said: list[str] = []
    abort_with_message(BuildError("known"), said.append)
    assert said == []

    with pytest.raises(Abort):
        abort_with_message(ValueError("two\n lines"), said.append)
    assert said[0].startswith("mkdocs.yml:1: the site was not built: ValueError: two lines [defect")


@pytest.mark.parametrize("known", [FINDINGS, []], ids=["known", "unknown"])
def test_a_page_that_cannot_be_rendered_says_why(known: list[Finding]) -> None:
    def render(config: Any, files: Any) -> None:
        raise ValueError("a <b> too many")

    said: list[Finding] = []
    page: Any = SimpleNamespace(
        file=SimpleNamespace(src_uri="a.md"), render=render, content=None, markdown="# A"
    )
    render_in_any_case(page, known, said.extend)
    page.render(None, None)

    if known:
        assert said == []
        assert "docs/a.md:8: `pools.md` leads to" in page.content
    else:
        assert [finding.path for finding in said] == ["docs/a.md"]
        assert "ValueError: a &lt;b&gt; too many" in page.content
