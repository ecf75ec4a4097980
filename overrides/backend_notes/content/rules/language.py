"""The voice of the site. Inline code is never looked at: that is where such words may be named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository
from backend_notes.finding import Finding

FILLERS = (
    "simply",
    "just",
    "powerful",
    "easily",
    "effortlessly",
    "seamlessly",
    "obviously",
    "of course",
    "blazing",
    "blazingly",
    "lightning-fast",
    "needless to say",
    "as we all know",
    "it goes without saying",
    "in today's world",
    "let's",
    "dive in",
    "dive into",
    "deep dive",
    "game changer",
    "game-changer",
    "cutting-edge",
    "world-class",
)


def _filler_pattern() -> re.Pattern[str]:
    phrases = [
        re.escape(words).replace("\\ ", r"\s+").replace("'", "['’]")
        for words in sorted(FILLERS, key=len, reverse=True)
    ]
    phrases.append(r"in\s+this\s+(?:guide|page|tutorial|article|section),?\s+(?:we|you|I)")
    # Looking at the first letter first changes nothing but the speed, threefold.
    letters = "".join({words[0] for words in (*FILLERS, "in")})
    return re.compile(rf"(?=[{letters}])(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])", re.IGNORECASE)


_FILLER = _filler_pattern()
# Characters that browsers draw as coloured pictures, and the selector that asks for one.
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\ufe0f\u231a\u231b\u23e9-\u23f3\u2614\u2615\u2648-\u2653\u267f\u2693"
    "\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd"
    "\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u2b1b\u2b1c\u2b50"
    "\u2b55]"
)


def filler(page: Page, _: Repository) -> Iterator[Finding]:
    """Prose has no filler words, and neither has the description."""
    found = [(page.line_at(hit.start()), hit[0]) for hit in _FILLER.finditer(page.prose)]
    for key in ("title", "description"):
        text = str(page.front_matter.values.get(key, ""))
        found += [(page.front_matter.line_of(key), hit[0]) for hit in _FILLER.finditer(text)]
    for line, hit in found:
        words = " ".join(hit.split())
        yield page.finding(
            "filler",
            line,
            f"`{words}` fills a place and says nothing",
            "take it out, or say the thing that it stands for",
        )


def question_heading(page: Page, _: Repository) -> Iterator[Finding]:
    """A heading says what its part holds; it asks nothing."""
    for heading in page.headings:
        if heading.text.rstrip("*_` ").endswith("?"):
            yield page.finding(
                "question-heading",
                heading.line,
                f"the heading `{heading.text}` is a question",
                "write what the part says as a statement",
            )


def emoji(page: Page, _: Repository) -> Iterator[Finding]:
    """Prose has no emoji; an admonition's icon carries what they would say."""
    for match in _EMOJI.finditer(page.prose):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}").lower()
        yield page.finding(
            "emoji",
            page.line_at(match.start()),
            f"the emoji “{name}” stands in the prose",
            "take it out, or use an admonition",
        )
