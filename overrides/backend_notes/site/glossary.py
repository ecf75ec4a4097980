"""The glossary as data: its terms, the pages that explain and use them, and their kin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mkdocs.structure.pages import Page

from backend_notes.site.contributing import shows_examples

GLOSSARY = "glossary.md"
MOST_RELATED = 5

_ENTRY = re.compile(
    r"^### (?P<title>.+?) \{ #(?P<id>[\w-]+) \}\n(?P<text>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
_SENTENCE = re.compile(r".+?[.!?][\"”)]*(?=\s|\Z)")
_LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)\)")
_LAST_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]*)\)\.?\s*\Z")
_USE = re.compile(rf"\]\((?:\.\./)*{re.escape(GLOSSARY)}#(?P<id>[\w-]+)\)")


@dataclass(frozen=True)
class Term:
    """One entry.

    Attributes:
        id: its anchor.
        title: what it is called.
        text: its sentences without mark-up, the closing link left out.
        target: where the closing link leads, as written: `section/page.md#anchor`.
        synonyms: other names, from the page's front matter.
    """

    id: str
    title: str
    text: str
    target: str
    synonyms: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The path of the page that the closing link leads to."""
        return self.target.partition("#")[0]

    @property
    def gist(self) -> str:
        """The first sentence."""
        match = _SENTENCE.match(self.text)
        return match[0] if match else self.text

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.title, *self.synonyms)


@dataclass(frozen=True)
class Glossary:
    """All terms and what the pages do with them.

    Attributes:
        terms: by id, in the order of the page.
        owners: the page that explains a term, by the term's id: the one that the entry's closing
            link leads to, unless only other pages say in their front matter that they explain it.
        users: the pages that link a term, sorted by title, by the term's id.
        related: the ids of kindred terms, by the term's id.
        homonyms: ids of terms whose names are also common words: explained only where they are
            linked.
        strangers: ids that the front matter names and that have no entry.
        url: its page's address below the site's root.
    """

    terms: dict[str, Term] = field(default_factory=dict)
    owners: dict[str, Page] = field(default_factory=dict)
    users: dict[str, list[Page]] = field(default_factory=dict)
    related: dict[str, list[str]] = field(default_factory=dict)
    homonyms: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    url: str = ""


def read_glossary(pages: Iterable[Page]) -> Glossary:
    """Collect the glossary out of pages that MkDocs has read.

    A site without a glossary gets an empty one. What is malformed is left out: the content rules
    report it.
    """
    pages = sorted(pages, key=lambda page: (str(page.title), page.url))
    home = next((page for page in pages if page.file.src_uri == GLOSSARY), None)
    if home is None:
        return Glossary()
    synonyms = _synonyms(home)
    terms = read_terms(home.markdown or "", synonyms)
    users: dict[str, list[Page]] = {}
    for page in pages:
        # Examples of how to link a term are no use of it.
        text = "" if shows_examples(page.markdown) else page.markdown or ""
        for term in dict.fromkeys(_USE.findall(text)):
            users.setdefault(term, []).append(page)
    by_path = {page.file.src_uri: page for page in pages}
    claims: dict[str, list[Page]] = {}
    for page in pages:
        for term in _strings(page, "terms"):
            claims.setdefault(term, []).append(page)
    owners = {
        term.id: owner
        for term in terms.values()
        if (owner := _owner(by_path.get(term.page), claims.get(term.id, [])))
    }
    homonyms = _strings(home, "homonyms")
    strangers = [term for term in (*synonyms, *homonyms) if term not in terms]
    related = relate(terms.values())
    return Glossary(terms, owners, users, related, homonyms, strangers, home.url)


def read_terms(markdown: str, synonyms: dict[str, list[str]] | None = None) -> dict[str, Term]:
    """The entries of the glossary's Markdown, by id."""
    found: dict[str, Term] = {}
    for match in _ENTRY.finditer(markdown):
        text = match["text"].strip()
        last = _LAST_LINK.search(text)
        body = text[: last.start()] if last else text
        plain = " ".join(_LINK.sub(r"\g<text>", body).replace("`", "").split())
        others = tuple((synonyms or {}).get(match["id"], ()))
        target = last["target"] if last else ""
        found[match["id"]] = Term(match["id"], match["title"], plain, target, others)
    return found


def relate(terms: Iterable[Term]) -> dict[str, list[str]]:
    """For each term the terms that it mentions, that mention it, or that share its section.

    Mentions come first, and each group stands in the order of the glossary.
    """
    terms = list(terms)
    mentioned = {term.id: _mentions(term, terms) for term in terms}
    return {term.id: _kin(term, terms, mentioned)[:MOST_RELATED] for term in terms}


def _kin(term: Term, terms: list[Term], mentioned: dict[str, set[str]]) -> list[str]:
    others = [other for other in terms if other is not term]
    first = [o.id for o in others if o.id in mentioned[term.id] or term.id in mentioned[o.id]]
    if "#" not in term.target:
        return first
    return first + [o.id for o in others if o.target == term.target and o.id not in first]


def _mentions(term: Term, terms: list[Term]) -> set[str]:
    """The other terms whose title stands in a term's text; the longest title wins."""
    by_title = {other.title.casefold(): other.id for other in terms}
    titles = sorted(by_title, key=len, reverse=True)
    pattern = rf"(?<!\w)({'|'.join(map(re.escape, titles))})s?(?!\w)"
    found = {by_title[title] for title in re.findall(pattern, term.text.casefold())}
    return found - {term.id}


def _synonyms(page: Page) -> dict[str, list[str]]:
    """`search: {synonyms: {term-id: [other name, ...]}}` of the front matter."""
    search = page.meta.get("search")
    found = search.get("synonyms") if isinstance(search, dict) else None
    if not isinstance(found, dict):
        return {}
    lists = {str(term): names for term, names in found.items() if isinstance(names, list)}
    return {term: [str(name) for name in names] for term, names in lists.items()}


def _owner(linked: Page | None, claiming: list[Page]) -> Page | None:
    return linked if linked in claiming or not claiming else claiming[0]


def _strings(page: Page, key: str) -> list[str]:
    """A list of the front matter; what is no string is left out."""
    found = page.meta.get(key)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []
