"""The first use of a term on a page: a link to its entry, with its first sentence as a tooltip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from backend_notes.site.glossary import Glossary, Term

# What costs most to look at, code, is passed over in one step.
_TAG = re.compile(
    r"<!--.*?-->|<(?P<whole>pre|code|svg|script|style)\b.*?</(?P=whole)>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^>]*)>",
    re.DOTALL,
)
_ENTRY = re.compile(r'href="[^"]*\bglossary/(?:index\.html)?#(?P<id>[\w-]+)"')
_WORD = re.compile(r"\w+")

# No sentence stands in these, or one whose words the reader is to press, not to look up.
_PASSED_OVER = {"h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "kbd", "nav", "summary"}
_PASSED_OVER |= {"th", "figure"}
_CLASSES = re.compile(r'\bclass="(?:[^"]* )?(?:quiz|admonition-title|filename)[ "]')


@dataclass(frozen=True)
class TermFinder:
    """Finds the names of terms in running text, in singular and plural.

    Attributes:
        glossary: whose terms. Its homonyms are left out.
    """

    glossary: Glossary

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[re.Pattern[str], Term]]]:
        """What a word may begin; the longest name first."""
        found: dict[str, list[tuple[re.Pattern[str], Term]]] = {}
        terms = [t for t in self.glossary.terms.values() if t.id not in self.glossary.homonyms]
        for term in sorted(terms, key=lambda term: -len(term.title)):
            for form in _forms(term.title.casefold()):
                words = r"\s+".join(map(re.escape, form.split()))
                pattern = re.compile(rf"{words}(?![\w-])", re.IGNORECASE)
                if first := _WORD.search(form):
                    found.setdefault(first[0], []).append((pattern, term))
        return found

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Each name in a text, as (start, end, term); the longest wins."""
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            candidates = self._by_first_word.get(word[0].casefold())
            if candidates is None or start < end or text[start - 1 : start] in ("-", "&"):
                continue
            for pattern, term in candidates:
                if match := pattern.match(text, start):
                    end = match.end()
                    yield start, end, term
                    break


@dataclass
class _Explained:
    """A page as it is read: what is written again, and the terms that were met."""

    finder: TermFinder | None
    terms: dict[str, Term]
    prefix: str
    out: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def text(self, text: str) -> None:
        """Running text: the first use of each term becomes a link."""
        last = 0
        for start, end, term in self.finder.find(text) if self.finder else ():
            if term.id in self.seen:
                continue
            self.seen.add(term.id)
            link = f'<a href="{self.prefix}{term.id}" title="{escape(term.gist)}">'
            self.out += (text[last:start], link, text[start:end], "</a>")
            last = end
        self.out.append(text[last:])

    def link(self, tag: str) -> None:
        """The tag of a link; the first one to a term gets the tooltip."""
        match = _ENTRY.search(tag)
        term = self.terms.get(match["id"]) if match else None
        if term is not None and term.id not in self.seen:
            self.seen.add(term.id)
            tag = f'{tag[:-1]} title="{escape(term.gist)}">'
        self.out.append(tag)


def explain_uses(html: str, glossary: Glossary, prefix: str, finder: TermFinder | None) -> str:
    """A page whose first use of each term, linked or not, has a tooltip.

    Headings, code, quizzes and what a reader presses are passed over.

    Args:
        html: the page's content.
        glossary: its terms.
        prefix: the address of an entry, seen from the page, without the term's id.
        finder: finds uses that the author did not link; None leaves those alone.
    """
    page = _Explained(finder, glossary.terms, prefix)
    inside, depth, last = "", 0, 0  # the element passed over, or the link
    for tag in _TAG.finditer(html):
        between = html[last : tag.start()]
        last, name = tag.end(), tag["name"]
        if inside:
            page.out += (between, tag[0])
            if name == inside:
                depth += -1 if tag["end"] else 1
                inside = inside if depth else ""
            continue
        page.text(between)
        if name == "a" and not tag["end"]:
            inside, depth = name, 1
            page.link(tag[0])
            continue
        page.out.append(tag[0])
        if name and not tag["end"] and (name in _PASSED_OVER or _CLASSES.search(tag["rest"])):
            inside, depth = name, 1
    page.text(html[last:])
    return "".join(page.out)


def _forms(title: str) -> Iterable[str]:
    """A name in singular and plural."""
    yield title
    yield f"{title[:-1]}ies" if title.endswith("y") else f"{title}s"
