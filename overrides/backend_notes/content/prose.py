"""A page's text with everything that is not prose blanked out, character for character.

Because the length never changes, an offset in the blanked text is an offset in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Stands for inline code: one word, and a capital, so that a sentence may begin with it.
_CODE = "C"

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_INLINE_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NOT_PROSE = re.compile(
    r"\{:?[ \t]*[#.][^}\n]*\}"  # attributes of a heading, link or image
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # target of a link
    r"|(?<=\])\[[^\]\n]*\]"  # name of a link's definition
    r"|^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$"  # definition of a link
    r"|^[ \t]*\d+[.)][ \t]"  # number of a list item
    r"|^[ \t]*(?:!!!|\?\?\?\+?|===[!+]*)[^\"\n]*"  # head of an admonition or a tab
    r"|</?[a-zA-Z][^>\n]*>"  # HTML
    r"|https?://\S+",
    re.MULTILINE,
)
_WORD = re.compile(r"\S*[^\W_]\S*")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|no)\.\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]*_]*(?=\s+[\"'“‘(\[*_]*[A-Z0-9])")


def markup(text: str, blank_lines: Iterable[tuple[int, int]]) -> str:
    """The text with the given line ranges, comments, inline code and macros blanked out.

    Links and headings are left as they are. The ranges count from 1 and hold both ends.
    """
    lines = text.split("\n")
    for first, last in blank_lines:
        for number in range(first - 1, min(last, len(lines))):
            lines[number] = _blank(lines[number])
    text = _COMMENT.sub(lambda match: _blank(match[0]), "\n".join(lines))
    text = _MACRO.sub(lambda match: _blank(match[0], _CODE), text)
    return _PARAGRAPH.sub(_blank_code, text) if "`" in text else text


def prose(marked_up: str) -> str:
    """Only what a reader reads as text, out of what `markup` gave."""
    return _NOT_PROSE.sub(lambda match: _blank(match[0]), marked_up)


def count_words(text: str) -> int:
    """The number of words, inline code counting as one."""
    return sum(1 for _ in _WORD.finditer(text))


def sentences(text: str) -> list[str]:
    """The sentences of running text. Where it cannot tell, two count as one."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text, start, match.end()):
            found.append(text[start : match.end()].strip())
            start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if count_words(sentence)]


def plural(count: int, word: str) -> str:
    """A number with its noun: `no options`, `1 option`, `2 options`."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"


def _blank_code(match: re.Match[str]) -> str:
    return _INLINE_CODE.sub(lambda code: _blank(code[0], _CODE), match[0])


def _blank(text: str, filler: str = " ") -> str:
    if "\n" not in text:
        return filler * len(text)
    return re.sub(r"[^\n]", filler, text)
