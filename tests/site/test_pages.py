"""What section pages and the start page say about the guides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend_notes.project import Project
from backend_notes.site.facts import SiteFacts, count_facts
from backend_notes.site.macros import version
from backend_notes.site.pages import (
    front_matter,
    reading_time,
    section_cards,
    section_contents,
    squeeze_html,
)

NAV: list[Any] = [
    {"Home": "index.md"},
    {"Core": ["core/index.md", "core/decorators.md", "core/logging.md"]},
    {"Reference": [{"Glossary": "glossary.md"}]},
]


@pytest.fixture
def small(scratch: Project) -> Project:
    write_page(scratch, "index.md", "title: Home")
    write_page(scratch, "core/index.md", "title: Core\ndescription: Parts & pieces.")
    write_page(
        scratch,
        "core/decorators.md",
        "title: Decorators\ndescription: Wrap.\nminutes: 50",
        '!!! quiz a "?"\n\n!!! quiz b "?"\n',
    )
    write_page(
        scratch,
        "core/logging.md",
        "title: Logging\nminutes: 70\nprerequisites: [core/decorators, core/missing]",
    )
    write_page(scratch, "glossary.md", "title: Glossary", "### Closure\n\n### Pool\n")
    (scratch.snippets / "core").mkdir()
    for name in ("late.py", "late.out", "app.yaml"):
        (scratch.snippets / "core" / name).touch()
    return scratch


def write_page(project: Project, path: str, meta: str, body: str = "") -> None:
    file = project.docs / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\n{meta}\n---\n\n{body}", "utf-8")


def test_contents_follow_the_reading_order(small: Project) -> None:
    contents = section_contents(small, NAV, "core")

    assert contents.index("Decorators") < contents.index("[Logging](logging.md)")
    assert "[Decorators](decorators.md) <span>50 min</span>" in contents
    assert "index.md" not in contents


def test_contents_name_the_prerequisites_that_exist(small: Project) -> None:
    contents = section_contents(small, NAV, "core")

    assert "Read before: [Decorators](decorators.md)" in contents
    assert "missing" not in contents


def test_contents_of_an_unknown_section(small: Project) -> None:
    with pytest.raises(ValueError, match=r'contents\("cor"\): mkdocs.yml lists no page under'):
        section_contents(small, NAV, "cor")


def test_cards_count_guides_and_minutes(small: Project) -> None:
    cards = section_cards(small, NAV)

    assert cards.count("<li>") == 1
    assert 'href="core/"' in cards
    assert "Parts &amp; pieces." in cards
    assert "2 guides, 2 h" in cards


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (276, "4 h 36 min")]
)
def test_a_reading_time_is_said_as_one_plans_it(minutes: int, said: str) -> None:
    assert reading_time(minutes) == said


def test_the_questions_of_the_workbook_count_and_its_sessions_are_no_guides(small: Project) -> None:
    write_page(small, "workbook/index.md", "title: Workbook")
    write_page(small, "workbook/redis.md", "title: Redis\nminutes: 12", '!!! quiz c "?"\n')

    assert "1 session, 12 min" in section_cards(
        small, [*NAV, {"Workbook": ["workbook/index.md", "workbook/redis.md"]}]
    )
    assert (count_facts(small).guides, count_facts(small).quizzes) == (2, 3)


def test_facts_are_counted(small: Project) -> None:
    cache = small.snippets / "core/.mypy_cache"
    cache.mkdir()
    (cache / "late.data.json").touch()

    assert count_facts(small) == SiteFacts(guides=2, programs=2, quizzes=2, terms=2, hours=2)


@pytest.mark.parametrize(
    "text", ["", "# No front matter\n", "---\ntitle: [\n---\n", "---\n- a list\n---\n"]
)
def test_bad_front_matter_is_no_front_matter(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")

    assert front_matter(page) == {}


def test_version_is_that_of_the_installed_package() -> None:
    assert version("mkdocs").startswith("1.6")


def test_version_of_an_unknown_package() -> None:
    with pytest.raises(ValueError, match=r'version\("mkdoks"\): no package of that name'):
        version("mkdoks")


def test_pages_lose_the_space_between_tags_but_what_is_written_as_it_is() -> None:
    code = "<pre><span>a</span>\n\n  <span>b</span></pre>"
    script = "<script>a >\n\n  b < c</script>"

    assert squeeze_html("<p>\n\n  <b>a</b>\n  b\n\n  <i>c</i> </p>") == (
        "<p>\n<b>a</b>\n  b\n\n  <i>c</i> </p>"
    )
    assert squeeze_html(f"<p>\n  {code}\n\n  {script}\n\n</p>") == f"<p>\n{code}\n{script}\n</p>"
    words = "a\n\n <pre>\n\n<b></pre>\n\n b"
    assert squeeze_html(words) == words
    content = "<ul>\n  <li></li>\n</ul>"
    assert squeeze_html(f"<p>\n  {content}\n  </p>", content) == f"<p>\n{content}\n</p>"
