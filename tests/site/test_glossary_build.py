"""The glossary's own links, tooltips on the links to it, and its place in search."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from backend_notes.site.glossary import Glossary, read_glossary, read_terms, relate
from backend_notes.site.glossary_html import complete_glossary, shorten_contents
from backend_notes.site.glossary_search import rank_terms
from backend_notes.site.glossary_uses import TermFinder, explain_uses

ENTRIES = """
## C

### Closure { #closure }

A function with the variables `around` it. A wrapper is one. [Decorators](a/deco.md#closures).

## L

### Late binding { #late-binding }

Names are looked up <late>. See [closures](a/deco.md). [Decorators](a/deco.md#closures).

## W

### Wrapper { #wrapper }

What stands in for a function. It runs each time. [Logging](a/log.md).
"""


@dataclass
class FakeFile:
    src_uri: str


@dataclass
class FakePage:
    """What the glossary asks of MkDocs' page."""

    file: FakeFile
    title: str
    markdown: str
    meta: dict[str, Any] = field(default_factory=dict)
    toc: TableOfContents = field(default_factory=lambda: TableOfContents([]))

    @property
    def url(self) -> str:
        return self.file.src_uri.removesuffix(".md") + "/"


@pytest.fixture
def glossary() -> Glossary:
    pages = [
        FakePage(
            FakeFile("glossary.md"),
            "Glossary",
            ENTRIES,
            {
                "homonyms": ["wrapper"],
                "search": {"synonyms": {"closure": ["cell & box"], "clousre": ["x"]}},
            },
        ),
        FakePage(FakeFile("a/log.md"), "Logging", "[c](../glossary.md#closure)", {"terms": []}),
        FakePage(
            FakeFile("a/deco.md"),
            "Decorators",
            "[c](../glossary.md#closure), [c](../glossary.md#closure), [w](../glossary.md#wrapper)",
            {"terms": ["closure", "late-binding", "wrapper"]},
        ),
    ]
    return read_glossary(cast(list[Page], pages))


def test_an_entry_is_read_without_its_mark_up() -> None:
    closure = read_terms(ENTRIES)["closure"]

    assert closure.title == "Closure"
    assert closure.text == "A function with the variables around it. A wrapper is one."
    assert closure.gist == "A function with the variables around it."
    assert closure.page == "a/deco.md"


def test_pages_that_link_a_term_are_its_users(glossary: Glossary) -> None:
    users = {term: [page.title for page in pages] for term, pages in glossary.users.items()}

    assert users == {"closure": ["Decorators", "Logging"], "wrapper": ["Decorators"]}


def test_front_matter_outweighs_the_closing_link(glossary: Glossary) -> None:
    assert glossary.owners["wrapper"].title == "Decorators"


def test_of_several_pages_that_explain_a_term_the_linked_one_owns_it() -> None:
    pages = [
        FakePage(FakeFile("glossary.md"), "Glossary", ENTRIES),
        FakePage(FakeFile("a/deco.md"), "Decorators", "", {"terms": ["closure"]}),
        FakePage(FakeFile("b/first.md"), "A first page", "", {"terms": ["closure", "wrapper"]}),
    ]
    owners = read_glossary(cast(list[Page], pages)).owners

    assert owners["closure"].title == "Decorators"
    assert owners["wrapper"].title == "A first page"


def test_synonyms_of_an_unknown_term_are_noticed(glossary: Glossary) -> None:
    assert glossary.strangers == ["clousre"]
    assert glossary.terms["closure"].names == ("Closure", "cell & box")


def test_a_site_without_a_glossary_has_no_terms() -> None:
    assert read_glossary([]) == Glossary()


def test_terms_are_related_by_mention_and_then_by_section() -> None:
    related = relate(read_terms(ENTRIES).values())

    assert related["closure"] == ["late-binding", "wrapper"]
    assert related["wrapper"] == ["closure"]
    assert related["late-binding"] == ["closure"]


def test_the_page_gets_a_filter_letters_and_links(glossary: Glossary) -> None:
    html = complete_glossary(
        '<h1 id="glossary">Glossary</h1><p>Intro.</p><h2 id="c">C</h2>'
        '<h3 id="closure">Closure</h3><p>A function.</p>',
        glossary,
    )

    assert html.index("Intro.") < html.index('id="filter"') < html.index('<h2 id="c">')
    assert '<a href="#c">C</a>' in html
    assert '<div class="term"><h3 id="closure">' in html
    assert '<span>Used in: <a href="../a/log/">Logging</a></span>' in html
    assert "<span>Also called: <i>cell &amp; box</i></span>" in html
    assert '<a href="#wrapper">Wrapper</a>' in html
    assert html.count("<div") == html.count("</div>")


def test_the_page_of_the_closing_link_is_not_named_again(glossary: Glossary) -> None:
    html = complete_glossary('<h3 id="closure">Closure</h3>', glossary)

    assert "Decorators" not in html


def explained(html: str, glossary: Glossary, *, prose: bool = True) -> list[tuple[str, str]]:
    """The text and the tooltip of each link that has one."""
    found = explain_uses(html, glossary, "../g/#", TermFinder(glossary) if prose else None)
    assert re.sub(r"</?a\b[^>]*>", "", found) == re.sub(r"</?a\b[^>]*>", "", html)
    return re.findall(r'<a [^>]*title="([^"]*)"[^>]*>([^<]*)', found)


CLOSURE = "A function with the variables around it."
LATE = "Names are looked up &lt;late&gt;."


def test_the_first_link_to_a_term_is_explained(glossary: Glossary) -> None:
    html = (
        '<h2><a href="../../glossary/#closure">1</a></h2>'
        '<pre><a href="../../glossary/#closure">2</a></pre>'
        '<p><a href="../../glossary/#closure">3</a>, <a href="../../glossary/#closure">4</a>,'
        ' <a href="../../glossary/#late-binding">5</a>, <a href="../../glossary/#no">6</a></p>'
    )

    assert explained(html, glossary, prose=False) == [(CLOSURE, "3"), (LATE, "5")]


@pytest.mark.parametrize("use", ["closure", "Closures", "<em>closure</em>", "(closure)"])
def test_the_first_use_is_explained_once(glossary: Glossary, use: str) -> None:
    html = f'<p>A {use} and a closure, <a href="../glossary/#closure">closures</a>.</p>'

    assert explained(html, glossary) == [(CLOSURE, re.sub(r"<[^>]+>|[()]", "", use))]
    assert explained(html, glossary, prose=False) == [(CLOSURE, "closures")]


def test_a_name_may_run_over_the_end_of_a_line(glossary: Glossary) -> None:
    html = explain_uses("<p>It is late\nbinding.</p>", glossary, "../g/#", TermFinder(glossary))

    assert html == f'<p>It is <a href="../g/#late-binding" title="{LATE}">late\nbinding</a>.</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Closure</h2>",
        "<code>closure</code>",
        "<pre>closure <span>closure</span></pre>",
        '<a href="..">a closure</a>',
        "<table><th>Closure</th></table>",
        "<summary>A closure</summary>",
        '<p class="admonition-title">Closure</p>',
        '<div class="admonition quiz id"><div>a closure</div><p>closure</p></div>',
        '<img alt="a closure">',
        "enclosure, closure-like, a-closure, &closure; disclosures",
    ],
)
def test_what_is_no_prose_is_passed_over(glossary: Glossary, html: str) -> None:
    assert explained(html, glossary) == []
    assert explained(f"{html}<p>A closure</p>", glossary) == [(CLOSURE, "closure")]


def test_a_term_that_is_a_common_word_is_explained_where_it_is_linked(glossary: Glossary) -> None:
    html = '<p>A wrapper. <a href="../glossary/#wrapper">Wrappers</a>.</p>'

    assert explained(html, glossary) == [("What stands in for a function.", "Wrappers")]


def test_the_longest_name_wins() -> None:
    entries = "### Log { #log }\n\nA. B.\n\n### Log level { #log-level }\n\nC. D.\n"
    glossary = Glossary(read_terms(entries))

    assert explained("<p>a log level, a log</p>", glossary) == [("C.", "log level"), ("A.", "log")]


def test_a_word_that_ends_in_y_has_its_plural() -> None:
    glossary = Glossary(read_terms("### Dependency { #dependency }\n\nA. B.\n"))

    assert explained("<p>dependencies</p>", glossary) == [("A.", "dependencies")]


def test_the_contents_of_the_glossary_are_its_letters() -> None:
    page = FakePage(FakeFile("glossary.md"), "Glossary", "")
    entry = {"level": 3, "id": "closure", "name": "Closure", "children": []}
    letter = {"level": 2, "id": "c", "name": "C", "children": [entry]}
    tokens = [{"level": 1, "id": "glossary", "name": "Glossary", "children": [letter]}]
    page.toc = get_toc(cast(Any, tokens))
    shorten_contents(cast(Page, page))

    assert [(child.id, child.children) for child in page.toc.items[0].children] == [("c", [])]


def test_search_lifts_terms_and_names_them_on_their_page(glossary: Glossary) -> None:
    places = ["a/deco/", "a/deco/#closures", "glossary/", "glossary/#c", "glossary/#closure"]
    entries = rank_terms([{"location": place} for place in places], glossary)
    by_place = {entry["location"]: entry for entry in entries}

    assert list(by_place) == ["a/deco/", "a/deco/#closures", "glossary/", "glossary/#closure"]
    assert by_place["a/deco/"]["words"] == "Closure cell & box Late binding Wrapper"
    assert by_place["a/deco/"]["owns"] == ["closure", "cell & box", "late binding", "wrapper"]
    assert by_place["glossary/#closure"]["words"] == "cell & box"
    assert by_place["glossary/#closure"]["boost"] > 1
    assert by_place["a/deco/#closures"] == {"location": "a/deco/#closures"}
