"""Practice on the site: the index, the line above a problem, and the way back from its guides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_site import SmallSite, copy_site

from backend_notes.project import Project
from backend_notes.site.facts import count_facts
from backend_notes.site.pages import section_cards
from backend_notes.site.practice import problems_json, problems_markdown

NAV: list[Any] = [
    {"Core": ["core/decorators.md"]},
    {"Practice": ["practice/index.md", "practice/token-bucket.md", "practice/registry.md"]},
]


@pytest.fixture
def problems(scratch: Project) -> Project:
    """Two problems; one builds on a guide that exists and on one that does not yet."""
    pages = {
        "core/decorators.md": "title: Decorators\nminutes: 12",
        "practice/index.md": "title: Practice\ndescription: Build it.",
        "practice/token-bucket.md": "title: Token bucket\nlevel: medium\nminutes: 40",
        "practice/registry.md": (
            "title: Registry\nlevel: easy\nminutes: 20\ndescription: Keep routes.\n"
            "builds_on: [core/decorators, core/planned]"
        ),
    }
    for path, meta in pages.items():
        file = scratch.docs / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"---\n{meta}\n---\n", "utf-8")
    return scratch


def test_the_index_has_every_problem_in_the_order_of_the_nav(problems: Project) -> None:
    text = problems_markdown(problems, NAV)
    assert text.index("[Token bucket](token-bucket.md) <span>medium, 40 min</span>") < text.index(
        "[Registry](registry.md) <span>easy, 20 min</span>"
    )
    assert "index.md" not in text
    assert "Keep routes." in text


def test_the_index_leaves_a_place_for_the_readers_state(problems: Project) -> None:
    assert '<span class="practice__state" data-problem="token-bucket"></span>' in (
        problems_markdown(problems, NAV)
    )


def test_the_index_names_the_guides_that_exist(problems: Project) -> None:
    text = problems_markdown(problems, NAV)
    assert "Builds on: [Decorators](../core/decorators.md)" in text
    assert "planned" not in text


@pytest.mark.parametrize("meta", ["builds_on: core/decorators", "builds_on: [[1]]", "level: {}"])
def test_wrong_front_matter_spoils_no_index(problems: Project, meta: str) -> None:
    (problems.docs / "practice/registry.md").write_text(f"---\n{meta}\n---\n", "utf-8")
    assert "[registry](registry.md)" in problems_markdown(problems, NAV)


def test_problems_are_counted_as_problems_and_not_as_guides(problems: Project) -> None:
    assert count_facts(problems).guides == 1
    assert "2 problems, 1 h<" in section_cards(problems, NAV)


@pytest.fixture(scope="module")
def small_site(
    project: Project, tmp_path_factory: pytest.TempPathFactory, modules: Path
) -> SmallSite:
    small = copy_site(project, tmp_path_factory.mktemp("practice") / "site", modules)
    built = small.build("--strict")
    assert built.status == 0, built.said
    return small


def test_a_problem_says_what_it_is_and_what_it_builds_on(small_site: SmallSite) -> None:
    html = small_site.html("practice/stock-check/index.html")
    facts = html[html.index('<p class="facts"') :].partition("</p>")[0]
    assert "<span>Easy</span>" in facts
    assert "<span>5 min to solve</span>" in facts
    assert '<a href="../../core-concepts/decorators/">Decorators</a>' in facts


def test_a_guide_leads_to_the_problems_that_build_on_it(small_site: SmallSite) -> None:
    html = small_site.html("core-concepts/decorators/index.html")
    line = html[html.index('<p class="practise"') :].partition("</p>")[0]
    assert '<a href="../../practice/stock-check/">Stock check</a> (easy)' in line
    assert "Practise this" not in small_site.html("core-concepts/index.html")


def test_starter_tests_and_solution_are_on_the_page_whole(small_site: SmallSite) -> None:
    html = small_site.html("practice/stock-check/index.html")
    for text in ("NotImplementedError", "test_nothing_cannot_be_picked", "&lt;="):
        assert text in html
    assert "__main__" not in html


def test_scripts_are_told_the_problems_in_the_order_of_the_nav(problems: Project) -> None:
    assert json.loads(problems_json(problems, NAV)) == [
        {"problem": "token-bucket", "title": "Token bucket", "page": "practice/token-bucket/"},
        {"problem": "registry", "title": "Registry", "page": "practice/registry/"},
    ]


def test_the_index_is_a_place_that_scripts_fill(problems: Project) -> None:
    assert '<div class="contents" data-notes="practice"' in problems_markdown(problems, NAV)
