"""The page for contributors: each example as it is written and as it looks, and nothing counted."""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import fields
from html import unescape
from pathlib import Path

import pytest

from backend_notes.content.repository import Repository
from backend_notes.project import Project
from backend_notes.site.contributing import (
    example_markdown,
    examples_apart,
    file_kinds,
    guide_outline,
    header_keys,
    normalise_rules,
)
from backend_notes.snippets import kinds
from backend_notes.snippets.header import Header
from backend_notes.snippets.output import RULES

QUIZ_IDS = re.compile(r"^!!! quiz (contributing-\w+)", re.MULTILINE)


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    return (site / "contributing" / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def quiz_ids(project: Project) -> list[str]:
    folder = project.snippets / "contributing"
    found = [name for path in folder.glob("*.md") for name in QUIZ_IDS.findall(path.read_text())]
    assert len(found) >= 3
    return found


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_every_example_is_on_the_page_as_it_is_written(project: Project, html: str) -> None:
    text = plain(html)
    keys = {
        key
        for example in Repository(project).page_by_slug["contributing"].examples
        for key in example.keys
    }
    assert len(keys) > 20
    for key in keys:
        assert (project.snippets / key).read_text("utf-8").rstrip("\n") in text, key


def test_every_example_is_on_the_page_as_readers_see_it(html: str, quiz_ids: list[str]) -> None:
    live = "".join(part for part in examples_apart(html) if part.startswith('<div class="live"'))
    for name in quiz_ids:
        assert f"id=quiz-{name}" in live.replace('"', "")
    for word in ("admonition think", "admonition build", "admonition bridge", "admonition claim"):
        assert word in live
    for text in ("KeyError: 'B-07'", "$ python shelf.py", "GET /orders/18", "--> B-07"):
        assert text in plain(live)
    assert "figure" in live
    assert "{{" not in plain(live)


def test_a_term_is_linked_where_its_author_did_not(html: str) -> None:
    live = [part for part in examples_apart(html) if "Keyset pagination" in plain(part)]
    assert 'glossary/#keyset-pagination" title="' in "".join(live)


def test_its_questions_count_for_nobody(site: Path, quiz_ids: list[str]) -> None:
    for address in ("assets/quizzes.json", "assets/terms.json"):
        served = (site / address).read_text("utf-8")
        assert [name for name in quiz_ids if name in served] == []


def test_search_finds_the_page_and_not_its_examples(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = [doc for doc in index["docs"] if doc["location"].startswith("contributing/")]
    assert {"Contributing", "Questions", "Diagrams"} <= {doc["title"] for doc in found}
    texts = " ".join(doc["text"] for doc in found)
    assert "front matter" in texts
    assert "booking an order" not in texts
    assert "admonition" not in texts


def test_no_term_counts_an_example_as_its_use(site: Path) -> None:
    glossary = (site / "glossary" / "index.html").read_text("utf-8")
    used = re.findall(r"<p class=\"?term__links.*?</p>", glossary, re.DOTALL)
    assert len(used) > 50
    assert [links for links in used if "contributing/" in links] == []


def test_every_page_leads_there(site: Path) -> None:
    foot = (site / "httpx" / "timeouts" / "index.html").read_text("utf-8").partition("<footer")[2]
    assert re.search(r'href="?\.\./\.\./contributing/"?>Contributing</a>', foot)


def test_the_tables_name_everything_there_is() -> None:
    keys = header_keys()
    for field in fields(Header):
        assert f"| `{field.name}`".replace("requires_python", "requires-python") in keys
    for name, rule in RULES.items():
        assert f"| `{name}`{{ .word }} | {inspect.getdoc(rule)} |" in normalise_rules()
    for pattern in kinds.PATTERNS:
        assert "/" in pattern or f"`{pattern}`" in file_kinds()


def test_macros_are_expanded_only_in_what_readers_see(scratch: Project) -> None:
    (scratch.snippets / "a.md").write_text('```python\n--8<-- "a.py:b"\n```\n\n{{ x }}\n', "utf-8")
    text = example_markdown(scratch, ["a.md"], lambda text: text.replace("{{ x }}", "42"))
    source, _, shown = text.partition('<div class="live"')
    assert ';--8<-- "a.py:b"\n```\n\n{{ x }}\n' in source
    assert '\n--8<-- "a.py:b"\n```\n\n42\n' in shown


def test_a_file_that_is_not_there_is_said_in_a_sentence(scratch: Project) -> None:
    with pytest.raises(ValueError, match=r'example\("a\.md"\): snippets/a\.md cannot be read\.'):
        example_markdown(scratch, ["a.md"], str)


def test_an_outline_is_front_matter_and_parts(scratch: Project) -> None:
    text = "---\ntitle: A\n---\n\n# A\n\nWhy.\n\n## One { .model }\n\nText.\n\n## Two\n\nText.\n"
    (scratch.docs / "a.md").write_text(text, "utf-8")
    assert guide_outline(scratch, "a") == (
        '````markdown title="docs/a.md"\n'
        "---\ntitle: A\n---\n\n# A\n\n…\n\n## One { .model }\n````\n"
    )
    with pytest.raises(ValueError, match=r'guide_outline\("b"\): docs/b\.md does not exist\.'):
        guide_outline(scratch, "b")
