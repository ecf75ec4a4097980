"""Every page as Markdown that stands alone, and llms.txt, the list of them.

For people who hand a page to an assistant: programs are filled in, macros expanded, links lead to
the site, and the answers to a page's quizzes stand at its end.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from backend_notes.content.blocks import scan
from backend_notes.content.page import Page
from backend_notes.content.quiz import Quiz
from backend_notes.project import Project
from backend_notes.snippets.sections import find_sections, section_text, without_markers

_IMPORT = re.compile(
    r'^(?P<indent>[> \t]*)-+8<-+[ \t]+"(?P<path>[^":]+)(?::(?P<name>[\w-]+))?"[ \t]*$'
)
_LINK = re.compile(r"\]\((?P<path>[^)\s:#]+\.md)(?P<anchor>#[^)\s]*)?\)")
_ATTRIBUTES = re.compile(r"^(#{1,6} .*?)[ \t]*\{[^{}\n]*\}[ \t]*$")
_ESCAPED = re.compile(r";(?=-+8<-)")
_LETTERS = "ABCDEF"


@dataclass(frozen=True)
class Listed:
    """A page as llms.txt names it."""

    section: str
    title: str
    description: str
    address: str


def copy_address(html: str) -> str:
    """Where the Markdown of a page stands, given its HTML: beside it."""
    return PurePosixPath(html).with_suffix(".md").as_posix()


def stand_alone(
    project: Project, source: str, text: str, address_of: Callable[[str], str | None]
) -> str:
    """A page's Markdown with everything in it that it names.

    Args:
        project: the checkout with the snippets.
        source: the page's path below docs/.
        text: its Markdown without front matter, macros expanded.
        address_of: the full address of another page, by its path below docs/; None if none has it.
    """
    text = _with_questions(project, source, text)
    lines: list[str] = []
    fenced = {
        number
        for fence in scan(text.split("\n"), 0).fences
        for number in range(fence.line, (fence.end or 0) + 1)
    }
    for number, line in enumerate(text.split("\n"), 1):
        if match := _IMPORT.match(line):
            lines += _imported(project, match)
        elif number in fenced:
            lines.append(_ESCAPED.sub("", line))
        else:
            lines.append(_linked(source, _ATTRIBUTES.sub(r"\1", line), address_of))
    return "\n".join(lines).strip() + "\n"


def llms_txt(name: str, description: str, pages: Iterable[Listed]) -> str:
    """The file in the form that llmstxt.org describes: a title, a quote, lists of links."""
    parts = [f"# {name}", f"> {description}"]
    sections: dict[str, list[str]] = {}
    for page in pages:
        about = f": {page.description}" if page.description else ""
        sections.setdefault(page.section or name, []).append(
            f"- [{page.title}]({page.address}){about}"
        )
    parts += [f"## {title}\n\n" + "\n".join(links) for title, links in sections.items()]
    return "\n\n".join(parts) + "\n"


def _imported(project: Project, match: re.Match[str]) -> list[str]:
    """The lines that an import brings in; the import itself where there is nothing to bring."""
    path = project.snippets / match["path"]
    if not path.is_file():
        return [match[0]]
    whole = path.read_text("utf-8", errors="replace")
    section = find_sections(whole)[0].get(match["name"] or "")
    shown = section_text(whole, section) if section else without_markers(whole)
    return [f"{match['indent']}{line}".rstrip() for line in shown.rstrip("\n").split("\n")]


def _linked(source: str, line: str, address_of: Callable[[str], str | None]) -> str:
    def full(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), match["path"]))
        address = address_of(target)
        return f"]({address}{match['anchor'] or ''})" if address else match[0]

    return _LINK.sub(full, line)


def _with_questions(project: Project, source: str, text: str) -> str:
    """The page with its quizzes as plain questions, and their answers at its end."""
    slug = source.removesuffix(".md")
    page = Page(Path(project.docs / source), f"docs/{source}", slug, text)
    lines, answers = page.lines.copy(), []
    heads = [head for head in page.admonitions if head.type == "quiz"]
    for number, (head, quiz) in reversed(list(enumerate(zip(heads, page.quizzes, strict=True), 1))):
        question, answer = _asked(number, quiz, page.lines[head.line : head.end])
        lines[head.line - 1 : head.end] = question
        answers.append(answer)
    if answers:
        while not lines[-1]:
            lines.pop()
        lines += ["", "## Answers", *(line for answer in reversed(answers) for line in answer)]
    return "\n".join(lines)


def _asked(number: int, quiz: Quiz, body: list[str]) -> tuple[list[str], list[str]]:
    """A quiz as the lines of its question, and those of its answer."""
    letters = dict(zip((option.line for option in quiz.options), _LETTERS, strict=False))
    reasons = {line for option in quiz.options for line in option.reasons}
    right = {option.line for option in quiz.options if option.right}
    question = [f"**Question {number}.** {quiz.question or ''}".rstrip()]
    answer = ["", f"**Question {number}.**", ""]
    now = question
    for at, line in enumerate(body, quiz.line + 1):
        bare = line[4:] if line.startswith("    ") else line.lstrip()
        if at in letters:
            now = question
            bare = f"- {letters[at]}. {bare.partition('] ')[2]}"
            verdict = "right" if at in right else "wrong"
            answer.append(f"- {letters[at]} is {verdict}.")
        elif at in reasons:
            answer[-1] += f" {bare.lstrip(' -*+')}"
            now = answer
            continue
        elif now is answer:
            answer[-1] = f"{answer[-1]} {bare.strip()}".rstrip()
            continue
        now.append(bare)
    return question, answer
