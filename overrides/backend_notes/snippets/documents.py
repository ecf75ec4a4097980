"""Parse data files so that every mistake has a line: syntax, duplicate keys, schema."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]


class DocumentError(ValueError):
    """A file that cannot be parsed.

    Attributes:
        line: where, counted from 1.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Document:
    """Parsed data, and the line on which each part of it begins."""

    data: Any
    lines: dict[Place, int] = field(default_factory=dict)

    def line_of(self, place: Sequence[str | int]) -> int:
        """The line of a part; where it is unknown, that of the nearest part around it."""
        place = tuple(place)
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse_yaml(text: str, tags: Sequence[str] = ()) -> list[Document]:
    """The documents of a YAML 1.2 file, as check-jsonschema reads it.

    Args:
        text: the file.
        tags: application tags, such as `!reference`, that stand before a list.

    Raises:
        DocumentError: not YAML, an unknown tag or a key that stands twice.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import SafeConstructor
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    class Constructor(SafeConstructor):
        """One class per call: registering a tag must not reach other files."""

    for tag in tags:
        Constructor.add_constructor(tag, lambda c, node: c.construct_sequence(node, deep=True))
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = Constructor
    try:
        nodes = list(yaml.compose_all(text))
        parsed = zip(nodes, yaml.load_all(text), strict=True)
        return [Document(data, _node_lines(node)) for node, data in parsed]
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or "").partition("\n")[0]
        context = f"{error.context}: " if error.context and "dup" not in problem else ""
        raise DocumentError((mark.line if mark else 0) + 1, f"{context}{problem}") from error
    except YAMLError as error:
        raise DocumentError(1, str(error)) from error


def _node_lines(node: Any, place: Place = ()) -> dict[Place, int]:
    """Where each part of a YAML node tree begins: a mapping's entry with its key."""
    lines: dict[Place, int] = {}
    if node is None or not isinstance(node.value, list):
        return lines
    for index, part in enumerate(node.value):
        key, value = part if isinstance(part, tuple) else (None, part)
        here = (*place, index if key is None else key.value)
        lines[here] = (value if key is None else key).start_mark.line + 1
        lines |= _node_lines(value, here)
    return lines


def parse_json(text: str) -> Document:
    """A JSON file; whole lines may be `//` comments, for section markers.

    Raises:
        DocumentError: not JSON, or a key that stands twice.
    """
    text = re.sub(r"^[ \t]*//.*$", "", text, flags=re.MULTILINE)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise DocumentError(error.lineno, error.msg) from error
    # JSON is YAML too, and the YAML parser knows lines and duplicate keys.
    return Document(data, parse_yaml(text.expandtabs())[0].lines)


def parse_toml(text: str) -> Document:
    """A TOML file.

    Raises:
        DocumentError: not TOML; a key that stands twice is not TOML either.
    """
    try:
        return Document(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at line (\d+), column \d+\)", str(error))
        message = str(error).partition(" (at ")[0]
        line = int(at[1]) if at else len(text.splitlines())
        raise DocumentError(line, message) from error


def schema_errors(document: Document, schema: str) -> list[tuple[int, str]]:
    """Where a document breaks a schema that check-jsonschema carries: line and message.

    Raises:
        LookupError: check-jsonschema has no schema of this name.
    """
    from check_jsonschema.builtin_schemas import (
        NoSuchSchemaError,
        get_builtin_schema,
    )
    from jsonschema.exceptions import best_match
    from jsonschema.validators import validator_for

    try:
        content = get_builtin_schema(schema)
    except NoSuchSchemaError as error:
        raise LookupError(f"check-jsonschema has no schema `{schema}`") from error
    found = []
    for violation in validator_for(content)(content).iter_errors(document.data):
        closest = best_match([violation])  # inside `anyOf`, the branch that fits best
        place = list(closest.absolute_path)
        where = f"`{'.'.join(map(str, place))}`: " if place else ""
        if "was unexpected" in closest.message:  # the message names the key, the place does not
            place += [key for key in closest.instance if f"'{key}'" in closest.message][:1]
        found.append((document.line_of(place), f"{where}{closest.message}"))
    return sorted(set(found))
