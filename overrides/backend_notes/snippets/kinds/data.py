"""Data files: YAML, TOML, JSON, INI and .env, really parsed, and by schema where one is named.

The header's `schema` names one that check-jsonschema carries, such as `vendor.github-workflows`.
"""

from __future__ import annotations

import configparser
import io
from collections.abc import Sequence
from fnmatch import fnmatchcase

from backend_notes.finding import Finding
from backend_notes.services.lease import Services
from backend_notes.snippets.documents import (
    Document,
    DocumentError,
    parse_json,
    parse_toml,
    parse_yaml,
    schema_errors,
)
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify(snippet: Snippet, _services: Services) -> Verification:
    """Parse a data file.

    Raises:
        HeaderError: its header cannot be used.
    """
    findings, documents = parse(snippet)
    return Verification(findings + against_schema(snippet, documents, snippet.header.schema))


def parse(snippet: Snippet, tags: Sequence[str] = ()) -> tuple[list[Finding], list[Document]]:
    """The documents of a data file, or why it cannot be parsed."""
    _ = snippet.header  # a comment to the parser; a mistake in it is found all the same
    try:
        documents = _documents(snippet, tags)
    except DocumentError as error:
        return [_unreadable(snippet, error)], []
    if not documents:
        return [_unreadable(snippet, DocumentError(1, "the file is empty"))], []
    return [], documents


def against_schema(snippet: Snippet, documents: list[Document], schema: str) -> list[Finding]:
    """Where documents break a schema; an empty name demands nothing."""
    if not schema:
        return []
    try:
        return [
            Finding(snippet.name, line, "data-schema", message, f"write what `{schema}` allows")
            for document in documents
            for line, message in schema_errors(document, schema)
        ]
    except LookupError as error:
        fix = "see `check-jsonschema --help` for the names, such as `vendor.compose-spec`"
        return [Finding(snippet.name, 1, "data-schema", str(error.args[0]), fix)]


def _unreadable(snippet: Snippet, error: DocumentError) -> Finding:
    return Finding(
        snippet.name, error.line, "data-syntax", str(error), "correct it so that it parses"
    )


def _documents(snippet: Snippet, tags: Sequence[str]) -> list[Document]:
    name, text = snippet.path.name, snippet.text
    if not text.strip():
        return []
    if fnmatchcase(name, "*.y*ml"):
        return parse_yaml(text, tags)
    if name.endswith(".json"):
        return [parse_json(text)]
    if name.endswith(".ini"):
        return [_parse_ini(text)]
    if name.endswith((".toml", ".lock")):
        return [parse_toml(text)]
    return [_parse_env(text)]


def _parse_ini(text: str) -> Document:
    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
    except (configparser.DuplicateOptionError, configparser.DuplicateSectionError) as error:
        option = getattr(error, "option", "")
        what = f"`{option}` in `[{error.section}]`" if option else f"`[{error.section}]`"
        raise DocumentError(error.lineno or 1, f"{what} stands twice") from error
    except configparser.MissingSectionHeaderError as error:
        raise DocumentError(error.lineno, "a key before the first `[section]`") from error
    except configparser.ParsingError as error:
        line = error.errors[0][0]
        content = text.splitlines()[line - 1].strip()
        raise DocumentError(
            line, f"`{content}` is neither `key = value` nor `[section]`"
        ) from error
    return Document({name: dict(parser[name]) for name in parser.sections()})


def _parse_env(text: str) -> Document:
    from dotenv.parser import Binding, parse_stream

    def line_of(binding: Binding) -> int:
        """A binding begins with the blank lines before it."""
        text = binding.original.string
        return binding.original.line + text[: len(text) - len(text.lstrip())].count("\n")

    values: dict[str, str | None] = {}
    lines: dict[tuple[str | int, ...], int] = {}
    for binding in parse_stream(io.StringIO(text)):
        if binding.key is None and not binding.error:  # comments, blank lines
            continue
        line = line_of(binding)
        if binding.error or binding.value is None:
            content = binding.original.string.strip()
            raise DocumentError(line, f"`{content}` is not of the form `NAME=value`")
        assert binding.key is not None
        if binding.key in values:
            first = lines[(binding.key,)]
            raise DocumentError(line, f"`{binding.key}` stands twice; first on line {first}")
        values[binding.key] = binding.value
        lines[(binding.key,)] = line
    return Document(values, lines)
