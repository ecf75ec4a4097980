"""Every file under snippets/ is well formed, belongs to a page and is shown there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.repository import Repository, SnippetFile
from backend_notes.finding import Finding
from backend_notes.snippets.header import HeaderError, read_header

# What belongs to a practice problem and is graded, not shown (practice_files.py knows them).
_GRADED = re.compile(r"practice/\w+/(wrong_\w+\.py|survivors\.toml)")
# The harness of practice lies beside the problems.
_HARNESS = "practice"


def section_markers(repository: Repository) -> Iterator[Finding]:
    """Every section of a snippet starts once and ends once."""
    for snippet in repository.snippets.values():
        if snippet.path.suffix == ".patch":  # the markers are those of the file that it changes
            continue
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
                line, message = error.line, str(error)
            except (AttributeError, TypeError) as error:
                line, message = 1, f"the header has a value of a wrong type: {error}"
            else:
                continue
            yield snippet.finding("snippet-header", line, message, "correct the header")


def orphan_snippet(repository: Repository) -> Iterator[Finding]:
    """Every snippet is shown somewhere, or serves an example of several files that is.

    It serves one where it lies in the same folder below the page's own folder as a file that is
    shown, or where a file beside it imports it or says its name.
    """
    shown = {key for key in repository.imported if key in repository.snippets}
    examples = {_example(key) for key in shown} - {""}
    for snippet in repository.snippets.values():
        if (
            not snippet.is_output
            and snippet.key not in shown
            and _has_page(snippet, repository)
            and not _GRADED.fullmatch(snippet.key)
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
        # A file that no page imports at all is one finding, not one for each of its sections.
        shown = repository.imported.get(snippet.key, set())
        for section in snippet.sections.values() if shown else ():
            if section.name not in shown:
                yield snippet.finding(
                    "orphan-section",
                    section.start,
                    f"no page imports the section `{section.name}`",
                    f'import `--8<-- "{snippet.key}:{section.name}"`, or take its markers out',
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
    """A folder under snippets/ belongs to the page of the same name, or is a package."""
    seen: set[str] = set()
    for snippet in repository.snippets.values():
        owner = _owner(snippet)
        if owner in (*seen, _HARNESS) or _has_page(snippet, repository):
            continue
        if repository.project.package_of_snippet(snippet.path):
            continue
        seen.add(owner)
        if not owner:
            message = "the file lies in no page's folder"
        elif "-" in owner:
            message = f"snippets/{owner} has a hyphen in its name"
        else:
            page = repository.project.relative(repository.project.page_of_snippet(snippet.path))
            message = f"snippets/{owner} is the code of {page}, which does not exist"
        yield snippet.finding(
            "folder-without-page",
            1,
            message,
            "give the folder the name of its page, in snake_case, or delete it",
        )


def _owner(snippet: SnippetFile) -> str:
    """The folder of the page that a file belongs to."""
    return "/".join(snippet.folder.split("/")[:2])


def _has_page(snippet: SnippetFile, repository: Repository) -> bool:
    slug = _owner(snippet).replace("_", "-")
    return slug in repository.page_by_slug and "-" not in _owner(snippet)


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
        other is not snippet and not other.is_output and pattern.search(other.text)
        for other in repository.folders[snippet.folder]
    )
