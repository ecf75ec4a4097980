"""Search that answers a term with its entry first and the page that explains it second."""

from __future__ import annotations

from typing import Any

from backend_notes.site.glossary import Glossary, Term

# A field that is searched and never shown. mkdocs.yml gives it the weight of a title.
WORDS = "words"

# The same names one by one, for search.mjs: a page called like a term does not come before the page
# that explains it.
OWNS = "owns"

# A page weighs five sixths of its section's matches more than a section in the theme's order, and
# may match by title and by words at once: so much more lifts an entry above it.
_ENTRY = 20

Entry = dict[str, Any]


def rank_terms(entries: list[Entry], glossary: Glossary) -> list[Entry]:
    """The entries of the search index, ranked by what the glossary knows.

    - A term's entry also answers to its synonyms, and comes before everything else.
    - The page that explains a term also answers to all of the term's names.
    - The letters of the glossary are nothing to be found.

    Args:
        entries: what the search plugin collected; changed in place.
        glossary: what the pages say.

    Returns:
        The entries that stay.
    """
    owned: dict[str, list[str]] = {}
    for term in glossary.terms.values():
        owned.setdefault(_owner(term, glossary), []).extend(term.names)
    kept = []
    for entry in entries:
        path, _, anchor = entry["location"].partition("#")
        term_here = glossary.terms.get(anchor) if path == glossary.url else None
        if term_here:
            _lift(entry, term_here)
        elif path == glossary.url and anchor:
            continue
        elif not anchor and path in owned:
            entry[WORDS] = " ".join(owned[path])
            entry[OWNS] = [name.casefold() for name in owned[path]]
        kept.append(entry)
    return kept


def _lift(entry: Entry, term: Term) -> None:
    entry["boost"] = _ENTRY
    if term.synonyms:
        entry[WORDS] = " ".join(term.synonyms)


def _owner(term: Term, glossary: Glossary) -> str:
    """The address of the page that explains a term; empty where none does."""
    page = glossary.owners.get(term.id)
    return page.url if page else ""
