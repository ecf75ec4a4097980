"""Pages and snippets belong together: every import finds its part, every part is imported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository, SnippetFile, nearest
from backend_notes.finding import Finding
from backend_notes.snippets.header import HeaderError, read_header

# Files whose format has no comments, or that a tool writes: they are imported whole.
WITHOUT_MARKERS = {".out", ".json", ".jsonl", ".csv", ".txt", ".lock", ".md", ".log", ".xml"}
_WHOLE_NAMES = {".python-version", "py.typed"}
_LITERAL = {"text", "mermaid"}


def broken_import(page: Page, repository: Repository) -> Iterator[Finding]:
    """An import names a file that exists."""
    for entry in page.imports:
        if not entry.path:
            yield page.finding(
                "broken-import",
                entry.line,
                "this line is no import of one file",
                'write `--8<-- "section/page/program.py:part"` on a line of its own',
            )
        elif entry.path not in repository.snippets:
            near = nearest(entry.path, repository.snippets)
            yield page.finding(
                "broken-import",
                entry.line,
                f"snippets/{entry.path} does not exist{near}",
                "correct the path, which starts below snippets/, or write the file",
            )


def missing_section(page: Page, repository: Repository) -> Iterator[Finding]:
    """An import names a section that its file has."""
    for entry in page.imports:
        snippet = repository.snippets.get(entry.path)
        if snippet and entry.section and entry.section not in snippet.sections:
            known = ", ".join(f"`{name}`" for name in snippet.sections) or "none"
            near = nearest(entry.section, snippet.sections)
            yield page.finding(
                "missing-section",
                entry.line,
                f"{snippet.name} has no section `{entry.section}`{near}; it has {known}",
                f"correct the name, or mark the part with `--8<-- [start:{entry.section}]` and"
                f" `--8<-- [end:{entry.section}]`",
            )


def import_without_section(page: Page, repository: Repository) -> Iterator[Finding]:
    """An import names the section that it shows, unless the file cannot carry markers."""
    for entry in page.imports:
        snippet = repository.snippets.get(entry.path)
        if snippet and not entry.section and not entry.lines and not _is_whole(snippet):
            names = list(snippet.sections)
            example = names[0] if names else "name"
            yield page.finding(
                "import-without-section",
                entry.line,
                f"snippets/{entry.path} is imported without a section",
                f'name the part that the page shows: `--8<-- "{entry.path}:{example}"`',
            )


def import_by_lines(page: Page, repository: Repository) -> Iterator[Finding]:
    """No import counts lines: they move when somebody edits the file."""
    for entry in page.imports:
        if entry.lines:
            yield page.finding(
                "import-by-lines",
                entry.line,
                f"snippets/{entry.path} is imported by line numbers (`{entry.lines}`)",
                "mark the part as a named section and import that",
            )


def import_outside_fence(page: Page, repository: Repository) -> Iterator[Finding]:
    """Imported code stands in a fenced block; bare, it would be read as Markdown."""
    for entry in page.imports:
        if not entry.fenced:
            yield page.finding(
                "import-outside-fence",
                entry.line,
                f"snippets/{entry.path} is imported outside a fenced block",
                "put the line between ```python and ```",
            )


def unclosed_fence(page: Page, repository: Repository) -> Iterator[Finding]:
    """A fenced block ends, with the same mark and no further to the left."""
    for fence in page.fences:
        if not fence.end:
            yield page.finding(
                "unclosed-fence",
                fence.line,
                f"the block that {fence.mark} opens here never closes",
                f"close it with {fence.mark}, indented like the line that opens it",
            )


def fenced_code(page: Page, repository: Repository) -> Iterator[Finding]:
    """A fenced block holds imports and nothing else, plain text and diagrams excepted."""
    for fence in page.fences:
        literal = fence.literal if fence.end else []
        if (literal and (fence.imports or fence.language not in _LITERAL)) or (
            fence.end and not fence.imports and not literal
        ):
            line, text = literal[0] if literal else (fence.line, "")
            yield page.finding(
                "fenced-code",
                line,
                f"`{text.strip()}` is typed into the page" if literal else "this block is empty",
                "put the code into a file under snippets/ and import a section of it",
            )


def indented_code(page: Page, repository: Repository) -> Iterator[Finding]:
    """No code is smuggled in as a block that is indented by four columns."""
    previous = ""
    fenced = {n for fence in page.fences for n in range(fence.line, fence.end + 1)}
    for number, line in enumerate(page.lines, 1):
        margin = page.blocks.containers.get(number)
        if margin is not None and number not in fenced:
            after_blank = number > 1 and not page.lines[number - 2].strip()
            deep = len(line) - len(line.lstrip()) >= margin + 4
            if deep and after_blank and not _may_indent(previous, margin):
                yield page.finding(
                    "indented-code",
                    number,
                    f"`{line.strip()}` is indented into a code block",
                    "import it from snippets/ in a fenced block, or take the indentation out",
                )
            if not deep:
                previous = line
        elif number in fenced:
            previous = previous or line


def output_block(page: Page, repository: Repository) -> Iterator[Finding]:
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


def section_markers(repository: Repository) -> Iterator[Finding]:
    """Every section of a snippet starts once and ends once."""
    for snippet in repository.snippets.values():
        for line, message in snippet.parsed_sections[1]:
            yield snippet.finding(
                "section-markers",
                line,
                message,
                "give every section one `--8<-- [start:name]` and one `--8<-- [end:name]`",
            )


def snippet_header(repository: Repository) -> Iterator[Finding]:
    """The header of a snippet can be read."""
    for snippet in repository.snippets.values():
        if "/// script" in snippet.text and not snippet.is_output:
            try:
                read_header(snippet.text)
            except HeaderError as error:
                yield snippet.finding(
                    "snippet-header", error.line, str(error), "correct the header"
                )


def orphan_snippet(repository: Repository) -> Iterator[Finding]:
    """Every snippet is shown somewhere, or serves a multi-file example that is."""
    shown = {key for key in repository.imported if key in repository.snippets}
    examples = {_example(key) for key in shown} - {""}
    for snippet in repository.snippets.values():
        if (
            not snippet.is_output
            and snippet.key not in shown
            and _example(snippet.key) not in examples
            and not _is_named(snippet, repository)
        ):
            yield snippet.finding(
                "orphan-snippet",
                1,
                f"no page imports any part of {snippet.name}",
                "import a section of it, or delete the file",
            )


def orphan_section(repository: Repository) -> Iterator[Finding]:
    """Every named section is imported somewhere."""
    for snippet in repository.snippets.values():
        for section in snippet.sections.values():
            if section.name not in repository.imported.get(snippet.key, set()):
                yield snippet.finding(
                    "orphan-section",
                    section.start,
                    f"no page imports the section `{section.name}`",
                    f'import it with `--8<-- "{snippet.key}:{section.name}"`, or take its markers out',
                )


def orphan_output(repository: Repository) -> Iterator[Finding]:
    """A recorded output lies beside the program that it belongs to."""
    programs = {entry.golden for entry in repository.snippets.values() if not entry.is_output}
    for snippet in repository.snippets.values():
        if snippet.is_output and snippet.key not in programs:
            yield snippet.finding(
                "orphan-output",
                1,
                f"no program belongs to {snippet.name}",
                "delete it, or give it the name of its program",
            )


def two_recordings(repository: Repository) -> Iterator[Finding]:
    """A program records its output in one way: in `#>` comments or in an `.out` file."""
    for snippet in repository.snippets.values():
        if snippet.path.suffix == ".py" and snippet.golden in repository.snippets:
            comment = re.search(r"^[ \t]*#> ", snippet.text, re.MULTILINE)
            if comment:
                yield snippet.finding(
                    "two-recordings",
                    snippet.text.count("\n", 0, comment.start()) + 1,
                    "the program has both `#>` comments and an `.out` file",
                    "take the `#>` comments out, or delete the `.out` file",
                )


def folder_without_page(repository: Repository) -> Iterator[Finding]:
    """A folder under snippets/ belongs to the page of the same name."""
    seen: set[str] = set()
    for snippet in repository.snippets.values():
        folder = "/".join(snippet.folder.split("/")[:2])
        if folder in seen:
            continue
        seen.add(folder)
        slug = folder.replace("_", "-")
        if slug not in repository.page_by_slug or folder != slug.replace("-", "_"):
            yield snippet.finding(
                "folder-without-page",
                1,
                f"snippets/{folder} is the code of docs/{slug}.md, which does not exist"
                if slug not in repository.page_by_slug
                else f"snippets/{folder} has a hyphen in its name",
                f"move the file into the folder of its page ({slug.replace('-', '_')} belongs to"
                f" {slug}.md)",
            )


def _is_whole(snippet: SnippetFile) -> bool:
    return snippet.path.suffix in WITHOUT_MARKERS or snippet.path.name in _WHOLE_NAMES


def _may_indent(previous: str, margin: int) -> bool:
    """Whether an indented block may go on with what stands before it: a list, a note, HTML."""
    return bool(
        re.match(r"[ \t]*([-*+]|\d+[.)])[ \t]|[ \t]*\[\^|[ \t]*:[ \t]|[ \t]*<", previous)
        or len(previous) - len(previous.lstrip()) > margin
    )


def _example(key: str) -> str:
    """The multi-file example that a file belongs to: the folder below its page's folder."""
    parts = key.split("/")
    return "/".join(parts[:3]) if len(parts) > 3 else ""


def _is_named(snippet: SnippetFile, repository: Repository) -> bool:
    """Whether a file beside it names it: imports the module, or says the file's name."""
    stem = re.escape(snippet.path.stem)
    pattern = re.compile(
        rf"^[ \t]*(?:from|import)[ \t]+\.?{stem}\b|(?<![\w.-]){re.escape(snippet.path.name)}\b"
        rf"|(?<![\w.-]){stem}:\w",
        re.MULTILINE,
    )
    return any(
        other.folder == snippet.folder and other.key != snippet.key and pattern.search(other.text)
        for other in repository.snippets.values()
        if not other.is_output
    )
