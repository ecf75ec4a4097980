"""Code blocks say which snippet they show."""

from __future__ import annotations

import json
import re
import textwrap

import pytest
from markdown import Markdown

from backend_notes.project import Project
from backend_notes.site.pages import lighten_code
from backend_notes.site.provenance import KEPT_QUIET, block_facts, name_snippets

FENCE = """\
```python title="late.py"
--8<-- "core/late.py:bug"
```"""


@pytest.fixture
def markdown(scratch: Project) -> Markdown:
    """Markdown with the extensions of mkdocs.yml that code blocks pass through."""
    (scratch.snippets / "core").mkdir()
    (scratch.snippets / "core" / "late.py").write_text(
        "# --8<-- [start:bug]\nstock = 5\n# --8<-- [end:bug]\nstock = 6\n"
    )
    (scratch.snippets / "core" / "late.out").write_text("5\n")
    (scratch.snippets / "core" / "app.yaml").write_text("port: 8000\n")
    return Markdown(
        extensions=[
            "admonition",
            "attr_list",
            "backend_notes.site.provenance",
            "backend_notes.site.quizzes",
            "md_in_html",
            "pymdownx.details",
            "pymdownx.highlight",
            "pymdownx.snippets",
            "pymdownx.superfences",
            "pymdownx.tabbed",
        ],
        extension_configs={
            "pymdownx.highlight": {"pygments_lang_class": True},
            "pymdownx.snippets": {
                "base_path": [str(scratch.snippets)],
                "dedent_subsections": True,
            },
            "pymdownx.tabbed": {"alternate_style": True},
        },
    )


def shown(html: str) -> list[str]:
    """What the blocks of a page say that they show."""
    return re.findall(r'<div class="[^"]*highlight" data-snippet="([^"]*)"', html)


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("practice/token_bucket/starter.py", True),
        ("practice/token_bucket/solution.py:solution", True),
        ("practice/token_bucket/solution.py:example", False),
        ("practice/token_bucket/test_token_bucket.py", False),
        ("httpx/timeouts/test_timeouts.py:test", True),
        ("core/late.out", False),
    ],
)
def test_what_spoils_a_problem_stays_without_a_name(target: str, named: bool) -> None:
    fence = f'```python\n--8<-- "{target}"\n```'
    assert ("data-snippet" in name_snippets(fence)) is named


def test_a_block_names_file_and_section(markdown: Markdown) -> None:
    html = markdown.convert(FENCE)

    assert html.startswith(
        '<div class="language-python highlight" data-snippet="core/late.py:bug">'
        '<span class="filename">late.py</span><pre>'
    )
    assert "stock" in html
    assert "6" not in html


def test_a_file_shown_whole_names_no_section(markdown: Markdown) -> None:
    assert shown(markdown.convert('```yaml\n--8<-- "core/app.yaml"\n```')) == ["core/app.yaml"]


@pytest.mark.parametrize(
    "head",
    [
        "```python",
        "``` python",
        '``` { .python title="late.py" }',
        '```python { title="late.py" }',
        '```python title="late.py" hl_lines="1"',
    ],
)
def test_the_rest_of_the_line_keeps_its_meaning(markdown: Markdown, head: str) -> None:
    html = markdown.convert(FENCE.replace('```python title="late.py"', head))

    assert shown(html) == ["core/late.py:bug"]
    assert "language-python" in html
    assert ('<span class="filename">late.py</span>' in html) == ("title" in head)
    assert ('class="hll"' in html) == ("hl_lines" in head)


@pytest.mark.parametrize(
    "head",
    [
        '!!! tip "Look"',
        '??? tip "Look"',
        '=== "Python"',
        '!!! quiz stock prints "What?"',
        "1.  A step:",
        '- !!! tip "In a list"\n',
    ],
)
def test_blocks_in_boxes_tabs_quizzes_and_lists(markdown: Markdown, head: str) -> None:
    columns = 8 if head.startswith("-") else 4
    body = textwrap.indent(FENCE, " " * columns)

    assert shown(markdown.convert(f"{head}\n\n{body}\n")) == ["core/late.py:bug"]


def test_blocks_in_html(markdown: Markdown) -> None:
    assert shown(markdown.convert(f"<div markdown>\n\n{FENCE}\n\n</div>")) == ["core/late.py:bug"]


@pytest.mark.parametrize(
    "block",
    [
        '```text title="Output"\n--8<-- "core/late.out"\n```',
        "```text\norders/\n```",
        '```python\n--8<-- "core/late.py:bug"\n--8<-- "core/late.py:bug"\n```',
        '```python\n--8<-- "core/late.py:2:2"\n```',
        '--8<-- "core/late.py:bug"',
    ],
)
def test_what_is_no_part_of_one_program_stays_as_it_is(block: str) -> None:
    assert name_snippets(block) == block


def test_a_lightened_block_still_says_it(markdown: Markdown) -> None:
    html = lighten_code(markdown.convert(FENCE))

    assert shown(html) == ["core/late.py:bug"]
    assert 'style="--lines:1;--columns:9"' in html


def test_every_program_on_every_page_is_named(project: Project) -> None:
    for page in project.docs.rglob("*.md"):
        text = page.read_text("utf-8")
        shown = re.findall(r'--8<-- "([^"]+)"', text)
        programs = [target for target in shown if not KEPT_QUIET.fullmatch(target)]
        assert name_snippets(text).count("data-snippet=") == len(programs), page


FACTS = """\
# /// script
# [tool.notes]
# timeout = 5
# ///
# --8<-- [start:all]
def stock() -> int:
    # --8<-- [start:body]
    return 5
    # --8<-- [end:body]


# --8<-- [end:all]
"""


def test_blocks_that_show_a_part_are_listed_and_so_are_packages(scratch: Project) -> None:
    """The header and the markers are no part of a program."""
    (scratch.snippets / "core").mkdir()
    (scratch.snippets / "core" / "late.py").write_text(FACTS)
    (scratch.snippets / "core" / "whole.py").write_text("print(5)\n")
    (scratch.snippets / "core" / "torn.py").write_bytes(b"\xff")

    (scratch.snippets / "service").mkdir()
    (scratch.snippets / "service" / "__init__.py").touch()
    assert json.loads(block_facts(scratch, None, ["practice/"], {})) == {
        "files": "",
        "parts": ["core/late.py:body"],
        "packages": ["service/"],
        "cloned": ["practice/"],
    }


@pytest.mark.parametrize(
    ("environment", "version"), [({}, "main"), ({"CI_COMMIT_SHA": "1f2e3d"}, "1f2e3d")]
)
def test_files_are_those_of_the_commit_that_is_built(
    scratch: Project, environment: dict[str, str], version: str
) -> None:
    facts = json.loads(block_facts(scratch, "https://git.example/notes/", [], environment))

    assert facts["files"] == f"https://git.example/notes/-/blob/{version}/snippets/"
