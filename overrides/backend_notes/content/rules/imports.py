"""An import in a page brings in one named part of one file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.page import Page
from backend_notes.content.repository import Repository, SnippetFile, nearest
from backend_notes.finding import Finding

# Files whose format has no comments, or that a tool writes: they are imported whole.
WITHOUT_MARKERS = {
    ".out",
    ".json",
    ".jsonl",
    ".csv",
    ".txt",
    ".lock",
    ".md",
    ".log",
    ".xml",
    ".patch",
}
# What a practice problem hands to the reader, to the last line.
_HANDED_OUT = re.compile(r"practice/\w+/(starter|test_\w+)\.py")
_WHOLE_NAMES = {".python-version", "py.typed"}


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
            near = nearest(entry.path, _alike(entry.path, repository))
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


def import_by_lines(page: Page, _: Repository) -> Iterator[Finding]:
    """No import counts lines: they move when somebody edits the file."""
    for entry in page.imports:
        if entry.lines:
            yield page.finding(
                "import-by-lines",
                entry.line,
                f"snippets/{entry.path} is imported by line numbers (`{entry.lines}`)",
                "mark the part as a named section and import that",
            )


def import_outside_fence(page: Page, _: Repository) -> Iterator[Finding]:
    """Imported code stands in a fenced block; bare, it would be read as Markdown."""
    for entry in page.imports:
        if not entry.fenced:
            yield page.finding(
                "import-outside-fence",
                entry.line,
                f"snippets/{entry.path} is imported outside a fenced block",
                "put the line between two ``` lines, the first with the language",
            )


def broken_example(page: Page, repository: Repository) -> Iterator[Finding]:
    """A live example shows files that exist, the Markdown that becomes part of the page last."""
    for example in page.examples:
        missing = [key for key in example.keys if key not in repository.snippets]
        if missing:
            near = nearest(missing[0], _alike(missing[0], repository))
            message = f"snippets/{missing[0]} does not exist{near}"
        elif not example.is_whole:
            message = "the example does not end with its one Markdown file"
        else:
            continue
        yield page.finding(
            "broken-example",
            example.line,
            message,
            'name its files below snippets/: `example("section/page/program.py",'
            ' "section/page/shown.md")`',
        )


def _alike(path: str, repository: Repository) -> list[str]:
    """The files in the same folder, or else of the same name: few enough to compare one by one."""
    folder, _, name = path.rpartition("/")
    beside = repository.folders.get(folder) or repository.file_names.get(name, [])
    return [snippet.key for snippet in beside]


def _is_whole(snippet: SnippetFile) -> bool:
    return (
        snippet.path.suffix in WITHOUT_MARKERS
        or snippet.path.name in _WHOLE_NAMES
        or bool(_HANDED_OUT.fullmatch(snippet.key))
    )
