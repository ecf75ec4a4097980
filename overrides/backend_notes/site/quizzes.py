"""Quizzes without JavaScript: a question, its options, and the answers folded away.

The Markdown is that of docs/contributing.md: an admonition of the type `quiz` with a task list in
which every option carries its reason as a nested bullet. The HTML keeps the options in the order of
the source, and beside them, folded and out of the search index, one reason for each, so that a
script can pair them by position.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_BOX = re.compile(r"\[(?P<mark>[ xX])\][ \t]+")

# Before pymdownx.tasklist (25) makes boxes that would show which option is right, and before the
# in-line patterns (20), which then see the text of our elements.
_PRIORITY = 30


def fold_answers(quiz: Element) -> None:
    """Rewrite a quiz admonition in place; one without a task list stays as it is."""
    source = next((child for child in quiz if child.tag == "ul"), None)
    if source is None or not all(_text_holder(option).text for option in source):
        return
    position = list(quiz).index(source)
    quiz.remove(source)
    # Not `ol`: the theme takes one that follows code for the list of the code's annotations.
    options, answer = Element("ul", {"class": "quiz__options"}), _folded()
    reasons = SubElement(answer, "ul", {"class": "quiz__reasons"})
    for item in source:
        right, reason = _take_mark(item), _take_reason(item)
        options.append(item)
        reasons.append(_reason(reason, right))
    quiz.insert(position, options)
    quiz.insert(position + 1, answer)
    _name(quiz)


def _folded() -> Element:
    details = Element("details", {"class": "quiz__answer", "data-search-exclude": ""})
    SubElement(details, "summary").text = "Answer and reasons"
    return details


def _text_holder(option: Element) -> Element:
    """Where the text of an option stands: in its paragraph, if blank lines made one."""
    return option[0] if len(option) and option[0].tag == "p" else option


def _take_mark(option: Element) -> bool:
    """Remove `[x] ` from an option; True for the right one."""
    holder = _text_holder(option)
    match = _BOX.match(holder.text or "")
    if not match:
        return False
    holder.text = (holder.text or "")[match.end() :]
    return match["mark"] != " "


def _take_reason(option: Element) -> Element | None:
    """Remove the nested bullet from an option; None where the author forgot it."""
    nested = next((child for child in option if child.tag == "ul"), None)
    if nested is None or not len(nested):
        return None
    option.remove(nested)
    return nested[0]


def _reason(reason: Element | None, right: bool) -> Element:
    item = Element("li", {"data-answer": "right" if right else "wrong"})
    SubElement(item, "strong").text = "Right." if right else "No."
    body = SubElement(item, "span")
    if reason is not None:
        body.text = " " + (reason.text or "").lstrip()
        body.extend(list(reason))
        for child in body:
            if child.tag == "p":
                child.tag = "span"
    return item


def _name(quiz: Element) -> None:
    """Give the quiz an accessible name, and the id that follows `quiz` in the Markdown."""
    names = [name for name in quiz.get("class", "").split() if name not in ("admonition", "quiz")]
    words = [name for name in names if name != "prints" and not name.startswith("term-")]
    title = next((child for child in quiz if child.get("class") == "admonition-title"), None)
    if not words or title is None:
        return
    identity = f"quiz-{words[0]}"
    quiz.set("id", identity)
    quiz.set("role", "group")
    quiz.set("aria-labelledby", f"{identity}-question")
    title.set("id", f"{identity}-question")


class _QuizTreeprocessor(Treeprocessor):
    def run(self, root: Element) -> None:
        """Fold the answers of every quiz on the page."""
        for element in root.iter("div"):
            if {"admonition", "quiz"} <= set(element.get("class", "").split()):
                fold_answers(element)


class QuizExtension(Extension):
    """Registers the processor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Markdown calls
        """Called by Markdown."""
        md.treeprocessors.register(_QuizTreeprocessor(md), "quizzes", _PRIORITY)


def makeExtension(**kwargs: Any) -> QuizExtension:  # noqa: N802 - the name Markdown calls
    """Called by Markdown."""
    return QuizExtension(**kwargs)
