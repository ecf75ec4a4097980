"""Whatever looks like code on a page is imported from a file that a test runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.blocks import INDENT, indent_of
from backend_notes.content.page import Page
from backend_notes.content.repository import Repository
from backend_notes.finding import Finding

_LITERAL = {"text", "mermaid"}


def unclosed_fence(page: Page, _: Repository) -> Iterator[Finding]:
    """A fenced block ends, with the same mark and no further to the left."""
    for fence in page.fences:
        if not fence.end:
            yield page.finding(
                "unclosed-fence",
                fence.line,
                f"the block that {fence.mark} opens here never closes",
                f"close it with {fence.mark}, indented like the line that opens it",
            )


def fenced_code(page: Page, _: Repository) -> Iterator[Finding]:
    """A fenced block holds imports and nothing else, plain text and diagrams excepted."""
    for fence in page.fences:
        if not fence.end:
            continue  # What it holds is anybody's guess, and a rule of its own says so.
        if fence.literal and (fence.imports or fence.language not in _LITERAL):
            line, text = fence.literal[0]
            message = f"`{text.strip()}` is typed into the page"
        elif not fence.literal and not fence.imports:
            line, message = fence.line, "this block is empty"
        else:
            continue
        yield page.finding(
            "fenced-code",
            line,
            message,
            "put the code into a file under snippets/ and import a section of it",
        )


def html_code(page: Page, _: Repository) -> Iterator[Finding]:
    """No code is smuggled in as HTML."""
    for match in re.finditer(r"<(pre|textarea)\b", page.markup, re.IGNORECASE):
        yield page.finding(
            "html-code",
            page.line_at(match.start()),
            f"`<{match[1]}>` brings in code that nothing runs",
            "import it from snippets/ in a fenced block",
        )


def indented_code(page: Page, _: Repository) -> Iterator[Finding]:
    """No code is smuggled in as a block that is indented by four columns."""
    fences = {fence.line for fence in page.fences}
    previous = ""
    for number, margin in page.blocks.margins.items():
        line = page.lines[number - 1]
        if indent_of(line) < margin + INDENT:
            previous = line
        elif (
            number > 1
            and not page.lines[number - 2].strip()
            and number not in fences
            and not _may_indent(previous, margin)
        ):
            yield page.finding(
                "indented-code",
                number,
                f"`{line.strip()}` is indented into a code block",
                "import it from snippets/ in a fenced block, or take the indentation out",
            )


def output_block(page: Page, _: Repository) -> Iterator[Finding]:
    """A block titled "Output" is a recorded output, and a recorded output is titled so."""
    for fence in page.fences:
        claims = fence.title.casefold().startswith("output")
        recorded = [entry for entry in fence.imports if entry.path.endswith(".out")]
        if claims and (len(recorded) != 1 or fence.literal or len(fence.imports) != 1):
            yield page.finding(
                "output-block",
                fence.line,
                f'the block titled "{fence.title}" does not show a recorded output',
                "import the program's `.out` file, and nothing else, in this block",
            )
        elif recorded and not (claims and fence.language == "text"):
            yield page.finding(
                "output-block",
                fence.line,
                f"snippets/{recorded[0].path} is shown in a block that does not say so",
                'open the block with ```text title="Output"',
            )


def _may_indent(previous: str, margin: int) -> bool:
    """Whether an indented block may go on with what stands before it: a list, a note, HTML."""
    return bool(
        re.match(r"[ \t]*([-*+]|\d+[.)])[ \t]|[ \t]*\[\^|[ \t]*:[ \t]|[ \t]*<", previous)
        or indent_of(previous) > margin
    )
