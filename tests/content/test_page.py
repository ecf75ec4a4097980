"""What is read off a page agrees with what Markdown makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from backend_notes.content.page import Page

HEADINGS = """\
# Title

## The `order_id` and its *use*

## A [link](x.md) and an _underlined_ word

### Same

### Same

## Ünïcode & punctuation: 50 %!

## With an id { #own-id .model }

#### Closed ####

```python
# no heading
```

    # code, no heading

- A list

    !!! note "Nested"

        ## In a note

=== "Tab"

    ## In a tab
"""


def page(text: str) -> Page:
    return Page(Path("docs/a/b.md"), "docs/a/b.md", "a/b", text)


def test_anchors_are_those_of_the_site() -> None:
    html = markdown.markdown(
        HEADINGS,
        extensions=[
            "toc", "attr_list", "admonition", "pymdownx.superfences", "pymdownx.tabbed",
        ],
        extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
    )  # fmt: skip
    ids = re.findall(r'<h\d[^>]* id="([^"]+)"', html)
    assert [heading.id for heading in page(HEADINGS).headings] == ids


def test_a_heading_has_level_text_and_classes() -> None:
    found = {heading.id: heading for heading in page(HEADINGS).headings}
    assert (found["own-id"].level, found["own-id"].classes) == (2, ("model",))
    assert found["own-id"].text == "With an id"
    assert found["closed"].line == 15


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md)", ["b.md"]),
        ("[a](<b c.md>)", ["b c.md"]),
        ('[a](b.md "Title")', ["b.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a\nb](c.md)", ["c.md"]),
        ("[![alt](i.png)](b.md)", ["b.md", "i.png"]),
        ("[a][b]\n\n[b]: c.md", ["c.md"]),
        ("`[a](b.md)`", []),
        ("``[a](b.md) ` ``", []),
        ("<!-- [a](b.md) -->", []),
        ("```text\n[a](b.md)\n```", []),
        (r"\[a](b.md)", []),
        ("A note.[^1]\n\n[^1]: See it.", []),
    ],
)
def test_links(text: str, targets: list[str]) -> None:
    assert [link.target for link in page(text).links] == targets


def test_lines_are_counted_in_the_file() -> None:
    text = "---\ntitle: T\n---\n\n```text\na\n```\n\nA [link](b.md).\n"
    assert [link.line for link in page(text).links] == [9]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two words.", 2),
        ("`one_word(of=code, with=spaces)` and more", 3),
        ("A [link text](some/where.md#far) here", 4),
        ("## Heading { #id .model }", 1),
        ('!!! quiz an-id prints term-x "What is it?"\n\n    - [ ] Yes\n        - No', 5),
        ("| a | b |\n|---|---|\n| c | d |", 4),
        ("1. First\n2. Second", 2),
        ("```python\nnot words\n```", 0),
        ("<!-- not words -->", 0),
        ("https://example.org/a/b <br>", 0),
        ("[a]: https://example.org", 0),
        ("Needs {{ version('x') }} here", 3),
    ],
)
def test_prose_words(text: str, words: int) -> None:
    assert page(text).prose_words == words


def test_an_import_knows_its_parts() -> None:
    text = (
        "```python\n"
        '--8<-- "a/b/c.py:part"\n'
        "--8<-- 'a/b/c.out'\n"
        '-8<- "a/b/c.py:2:5,9"\n'
        "```\n"
        '--8<-- "a/b/c.py:part"\n'
    )
    assert [
        (found.line, found.path, found.section, found.lines, found.fenced)
        for found in page(text).imports
    ] == [
        (2, "a/b/c.py", "part", "", True),
        (3, "a/b/c.out", "", "", True),
        (4, "a/b/c.py", "", ":2:5,9", True),
        (6, "a/b/c.py", "part", "", False),
    ]


def test_a_fence_knows_language_and_title() -> None:
    text = "```{ .python .annotate title=\"main.py\" }\n```\n~~~ text title='Output'\n~~~\n"
    assert [(fence.language, fence.title) for fence in page(text).fences] == [
        ("python", "main.py"),
        ("text", "Output"),
    ]


def test_only_docs_section_slug_is_a_guide() -> None:
    slugs = ["index", "glossary", "fastapi/index", "fastapi/a", "workbook/a", "practice/a", "a/b/c"]
    guides = [slug for slug in slugs if Page(Path(), "", slug, "").is_guide]
    assert guides == ["fastapi/a"]
