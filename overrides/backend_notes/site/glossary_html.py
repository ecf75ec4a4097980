"""The glossary's page, completed, and the links to it, explained."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from backend_notes.site.contributing import examples_apart, shows_examples
from backend_notes.site.glossary import GLOSSARY, Glossary, Term
from backend_notes.site.glossary_uses import TermFinder, explain_uses

_HEADING = re.compile(r'(?=<h[23] id=")')
_LETTER = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<letter>[^<]+)')
_TERM = re.compile(r'<h3 id="(?P<id>[^"]+)"')


def complete_pages(pages: Iterable[Page], glossary: Glossary) -> None:
    """Give each page what the glossary knows. Changes `page.content` and the glossary's contents.

    Uses of a term that no link marks are looked for in what is meant to be read through: pages
    with a reading time. A live example is explained as if it were a page.
    """
    finder = TermFinder(glossary)
    for page in pages:
        if page.content and page.file.src_uri == GLOSSARY:
            page.content = complete_glossary(page.content, glossary)
            shorten_contents(page)
        elif page.content and glossary.terms:
            prefix = f"{get_relative_url(glossary.url, page.url)}#"
            page.content = "".join(
                explain_uses(
                    part,
                    glossary,
                    prefix,
                    finder if page.meta.get("minutes") or shows_examples(part) else None,
                )
                for part in examples_apart(page.content)
            )


def shorten_contents(page: Page) -> None:
    """Only the letters: terms are found by the filter, and each costs the page's weight twice."""
    for title in page.toc:
        for letter in title.children:
            letter.children.clear()


def complete_glossary(html: str, glossary: Glossary) -> str:
    """The glossary with a filter, an index of letters, and links below each entry.

    Args:
        html: the page's content.
        glossary: what the pages say.
    """
    intro, *parts = _HEADING.split(html)
    entries = [_completed(part, glossary) for part in parts]
    return intro + _filter(len(glossary.terms)) + _letters(parts) + "".join(entries)


def _filter(count: int) -> str:
    return (
        '<div class="filter" data-search-exclude="">'
        '<label for="filter">Find a term</label>'
        '<input id="filter" type="search" autocomplete="off" autocapitalize="off"'
        ' spellcheck="false" aria-describedby="filter-count">'
        f'<p id="filter-count" role="status">{count} terms</p>'
        f'<p data-notes="learned">0 of {count} learned</p></div>'
    )


def _letters(parts: list[str]) -> str:
    letters = [found for part in parts if (found := _LETTER.match(part))]
    links = "".join(f'<a href="#{found["id"]}">{found["letter"]}</a>' for found in letters)
    return f'<nav class="letters" aria-label="Letters" data-search-exclude="">{links}</nav>'


def _completed(part: str, glossary: Glossary) -> str:
    match = _TERM.match(part)
    term = glossary.terms.get(match["id"]) if match else None
    if term is None:
        return part
    return f'<div class="term">{part}{_links(term, glossary)}</div>\n'


def _links(term: Term, glossary: Glossary) -> str:
    """Other names, the pages that explain and use a term, and related terms, as one paragraph."""
    owner = glossary.owners.get(term.id)
    named = {term.page, GLOSSARY}
    explained = [owner] if owner and owner.file.src_uri not in named else []
    shown = named | {page.file.src_uri for page in explained}
    users = [page for page in glossary.users.get(term.id, []) if page.file.src_uri not in shown]
    related = [glossary.terms[kin] for kin in glossary.related.get(term.id, [])]
    groups = [
        ("Also called", [f"<i>{escape(name)}</i>" for name in term.synonyms]),
        ("Explained in", [_page_link(page, glossary.url) for page in explained]),
        ("Used in", [_page_link(page, glossary.url) for page in users]),
        ("Related", [f'<a href="#{kin.id}">{escape(kin.title)}</a>' for kin in related]),
    ]
    spans = [f"<span>{name}: {', '.join(links)}</span>" for name, links in groups if links]
    if not spans:
        return ""
    return f'<p class="term__links" data-search-exclude="">{" ".join(spans)}</p>'


def _page_link(page: Page, url: str) -> str:
    title = escape(str(page.meta.get("title") or page.title))
    return f'<a href="{get_relative_url(page.url, url)}">{title}</a>'
