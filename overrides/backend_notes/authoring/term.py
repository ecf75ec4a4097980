"""`notes new term`: an entry of the glossary, in its place."""

from __future__ import annotations

import re

from backend_notes.authoring.plan import NewError, Plan, demand_slug, words
from backend_notes.content.page import Page
from backend_notes.content.rules.glossary import sort_key

_GLOSSARY = "glossary"


def new_term(plan: Plan, term: str, slug: str, name: str | None = None) -> None:
    """Plan a term of the glossary, and its id in the front matter of the page that explains it.

    Raises:
        NewError: the id is none or taken, or the page does not exist.
    """
    demand_slug(term, "term's id")
    if known := plan.repository.terms.get(term):
        raise NewError(f"The glossary has the term `{term}` already, on line {known.line}.")
    page = plan.page(slug)
    _insert(plan, term, name or words(term), page)
    plan.change(page.name, _with_term(page, term))


def _insert(plan: Plan, term: str, name: str, explained: Page) -> None:
    page = plan.page(_GLOSSARY)
    letter = sort_key(name)[:1].upper()
    title = explained.front_matter.values.get("title") or words(explained.slug)
    entry = [
        f"### {name} {{ #{term} }}",
        "",
        "[To do: what it is.] [To do: what one needs it for, or gets wrong about it.]"
        f" [{title}]({explained.slug}.md).",
        "",
    ]
    terms = [heading for heading in page.headings if heading.level == 3]
    letters = [heading for heading in page.headings if heading.level == 2]
    later = [heading for heading in terms if sort_key(heading.text) > sort_key(name)]
    later_letters = [heading for heading in letters if heading.text.upper() > letter]
    if not any(heading.text.upper() == letter for heading in letters):
        entry = [f"## {letter}", "", *entry]
        later = later_letters
    else:
        later = [*later, *later_letters]
    lines = page.text.rstrip("\n").split("\n")
    at = min((heading.line for heading in later), default=len(lines) + 2) - 1
    if at > len(lines):
        lines.append("")
    plan.change(page.name, "\n".join([*lines[:at], *entry, *lines[at:]]).rstrip("\n") + "\n")


def _with_term(page: Page, term: str) -> str:
    """The page, saying that it explains the term."""
    lines = page.text.split("\n")
    start = page.front_matter.line_of("terms") - 1
    if not re.match(r"terms:", lines[start]):
        return page.text
    if match := re.fullmatch(r"terms:[ \t]*\[(.*)\][ \t]*", lines[start]):
        terms = [entry.strip() for entry in match[1].split(",") if entry.strip()]
        lines[start] = f"terms: [{', '.join([*terms, term])}]"
    else:
        end = start + 1
        while re.match(r"[ \t]+- ", lines[end]):
            end += 1
        lines.insert(end, f"  - {term}")
    return "\n".join(lines)
