"""A guide has the parts of a guide, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from backend_notes.content.page import Heading, Page
from backend_notes.content.prose import count_words, plural, sentences
from backend_notes.content.repository import Repository
from backend_notes.finding import Finding

# The classes that mark a part's level-2 heading, in the order of the page.
PARTS = {
    "model": "mental model",
    "program": "smallest program",
    "production": "production part",
    "summary": "summary",
    "try": "task to try",
}
PROBLEM_SENTENCES = 3


def one_title(page: Page, _: Repository) -> Iterator[Finding]:
    """A guide has one level-1 heading, above all others."""
    titles = [heading for heading in page.headings if heading.level == 1]
    if not titles:
        line, message = page.front_matter.end + 1, "the page has no level-1 heading"
    elif len(titles) > 1:
        line, message = titles[1].line, f"`{titles[1].text}` is a second level-1 heading"
    elif page.headings[0].level != 1:
        line = page.headings[0].line
        message = f"`{page.headings[0].text}` stands above the level-1 heading"
    else:
        return
    yield page.finding("one-title", line, message, "start the page with one `# Title`")


def problem(page: Page, _: Repository) -> Iterator[Finding]:
    """Between title and first heading stands the problem, in at most three sentences."""
    fix = "tell a real backend scene in one to three sentences between `#` and the first `##`"
    yield from demand_opening(page, "problem", (1, PROBLEM_SENTENCES), "problem", fix)


def demand_opening(
    page: Page, rule: str, bounds: tuple[int, int], what: str, fix: str
) -> Iterator[Finding]:
    """What is wrong where too little or too much stands between title and first level-2 heading.

    Args:
        page: any page.
        rule: the name that the finding carries.
        bounds: the fewest and the most sentences.
        what: what the text is called.
        fix: the way out.
    """
    title = next((heading for heading in page.headings if heading.level == 1), None)
    second = next((heading for heading in page.headings if heading.level == 2), None)
    if title is None or second is None or second.line < title.line:
        return
    count = len(sentences(page.between(title.line, second.line)))
    if not bounds[0] <= count <= bounds[1]:
        message = f"the {what} below the title has {plural(count, 'sentence')}"
        yield page.finding(rule, title.line, message, fix)


def page_parts(page: Page, _: Repository) -> Iterator[Finding]:
    """A guide has every part once: mental model, program, production, summary, task."""
    yield from demand_parts(page, PARTS, "page-parts")


def demand_parts(page: Page, parts: Mapping[str, str], rule: str) -> Iterator[Finding]:
    """What is wrong where a page does not have each part once, in the order given.

    Args:
        page: any page.
        parts: for the class of each part's level-2 heading, what the part is called.
        rule: the name of the finding where a part is missing or there twice.
    """
    for name, text in parts.items():
        found = headings_of(page, name)
        if not found:
            yield page.finding(
                rule,
                1,
                f"the page has no {text}",
                f"mark its level-2 heading: `## Some words {{ .{name} }}`",
            )
        for heading in found[1:]:
            yield page.finding(
                rule,
                heading.line,
                f"`{heading.text}` is a second {text}; the first is on line {found[0].line}",
                f"leave `.{name}` on one level-2 heading",
            )
    places = [(found[0].line, name) for name in parts if (found := headings_of(page, name))]
    for (before_line, before), (line, name) in pairwise(places):
        if line < before_line:
            yield page.finding(
                "parts-in-order",
                line,
                f"the {parts[name]} comes before the {parts[before]}",
                f"keep the order: {', '.join(parts.values())}",
            )


def part_of_level_two(page: Page, _: Repository) -> Iterator[Finding]:
    """The class of a part stands on a level-2 heading."""
    for heading in page.headings:
        for name in heading.classes:
            if name in PARTS and heading.level != 2:
                yield page.finding(
                    "part-of-level-two",
                    heading.line,
                    f"`{heading.text}` has the class `.{name}` and level {heading.level}",
                    f"make it `## {heading.text} {{ .{name} }}`",
                )


def program_shown(page: Page, _: Repository) -> Iterator[Finding]:
    """The part of the smallest program shows one."""
    for heading in headings_of(page, "program")[:1]:
        end = end_of_part(page, heading)
        asked = {entry for quiz in page.quizzes for entry in quiz.imports}
        if not any(heading.line < entry.line < end for entry in set(page.imports) - asked):
            yield page.finding(
                "program-shown",
                heading.line,
                f"`{heading.text}` imports no program",
                "import a section of the smallest program and its recorded output",
            )


def summary_bullets(page: Page, _: Repository) -> Iterator[Finding]:
    """The summary has three to six bullets."""
    for heading in headings_of(page, "summary")[:1]:
        body = page.lines[heading.line : end_of_part(page, heading) - 1]
        count = sum(1 for line in body if re.match(r"[-*+] ", line))
        if not 3 <= count <= 6:
            yield page.finding(
                "summary-bullets",
                heading.line,
                f"the summary has {plural(count, 'bullet')}",
                "keep three to six that are worth remembering",
            )


def task_told(page: Page, _: Repository) -> Iterator[Finding]:
    """The last part sets a task."""
    for heading in headings_of(page, "try")[:1]:
        if not count_words(page.between(heading.line, end_of_part(page, heading))):
            yield page.finding(
                "task-told",
                heading.line,
                f"`{heading.text}` sets no task",
                "describe one task whose outcome the reader can check alone",
            )


def headings_of(page: Page, name: str) -> list[Heading]:
    """The level-2 headings that carry a part's class."""
    return [heading for heading in page.headings if heading.level == 2 and name in heading.classes]


def end_of_part(page: Page, heading: Heading) -> int:
    """The line after a level-2 part."""
    later = (
        other.line for other in page.headings if other.line > heading.line and other.level <= 2
    )
    return next(later, len(page.lines) + 1)
