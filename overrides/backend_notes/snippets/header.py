"""The header of a snippet: what it needs, as PEP 723 inline metadata.

The block reads the same in every language whose comments are single lines:

    # /// script
    # requires-python = ">=3.12"
    # [tool.notes]
    # needs = ["postgres"]
    # ///
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from typing import Any

_BLOCK = re.compile(
    r"^(?P<mark>#|--|//) /// script[ \t]*\n(?P<body>(?:(?P=mark)(?: .*)?\n)*?)(?P=mark) ///[ \t]*$",
    re.MULTILINE,
)


class HeaderError(ValueError):
    """A header that cannot be used.

    Attributes:
        line: where in the file, counted from 1.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Header:
    """What a snippet asks for in `[tool.notes]`, and the Python it needs.

    Attributes:
        requires_python: a version specifier, such as `>=3.12`; empty means the project's own.
        needs: services, of `postgres`, `redis` and `rabbitmq`; the environment has a fresh
            `DATABASE_URL`, `REDIS_URL` or `AMQP_URL` then.
        fails: name of the exception that the program must end with.
        exits: the exit code that the program must end with, where it is not an exception's.
        normalise: names of the rules in `output.py` that hide volatile parts of the output.
        interpreter: `forked` (warm, isolated) or `fresh` (a Python process of its own, for programs
            about start-up, signals or child processes).
        env: environment variables for the run.
        app: for `.http` files, the application as `file.py:name`, relative to the file.
        stack: for `.console` files, the profile in which the workbook's service runs beside them.
        timeout: seconds after which the run is stopped.
        browser: why the program does not run in the reader's browser, as a part of a sentence such
            as `it measures time`; what can be read off the program needs no such reason.
        schema: for data files, the name of a schema that check-jsonschema carries.
    """

    requires_python: str = ""
    needs: tuple[str, ...] = ()
    fails: str = ""
    exits: int = 0
    normalise: tuple[str, ...] = ()
    interpreter: str = "forked"
    env: dict[str, str] = field(default_factory=dict)
    app: str = ""
    stack: str = ""
    timeout: float = 60.0
    browser: str = ""
    schema: str = ""


_SERVICES = ("postgres", "redis", "rabbitmq")
_PROFILES = ("development", "testing", "staging", "production")
_KEYS = {entry.name: entry for entry in fields(Header) if entry.name != "requires_python"}


def header_span(text: str) -> tuple[int, int] | None:
    """First and last line of the header, counted from 1; None where there is none."""
    match = _BLOCK.search(text)
    if match is None:
        return None
    first = text.count("\n", 0, match.start()) + 1
    return first, first + match.group().count("\n")


def read_metadata(text: str) -> dict[str, Any]:
    """The `tool` tables of a header, by name; empty where there is none that can be read."""
    match = _BLOCK.search(text)
    try:
        tools = tomllib.loads(_body(match)).get("tool", {}) if match else {}
    except tomllib.TOMLDecodeError:
        return {}
    found = tools.items() if isinstance(tools, dict) else ()
    return {name: table for name, table in found if isinstance(table, dict)}


def read_header(text: str) -> Header:
    """Read the header out of a file's text; a file without one gets the defaults.

    Raises:
        HeaderError: not TOML, or a key or value that means nothing here.
    """
    match = _BLOCK.search(text)
    if match is None:
        if re.search(r"^(#|--|//) /// script", text, re.MULTILINE):
            line = text[: text.index("/// script")].count("\n") + 1
            raise HeaderError(
                line, "the header opens with `/// script` and does not close with `///`"
            )
        return Header()
    first = text.count("\n", 0, match.start()) + 1
    try:
        data = tomllib.loads(_body(match))
    except tomllib.TOMLDecodeError as error:
        raise HeaderError(first, f"the header is not TOML: {error}") from error
    requires = data.get("requires-python", "")
    if not isinstance(requires, str):
        raise HeaderError(first, "the header's `requires-python` must be a string")
    notes = data.get("tool", {})
    notes = notes.get("notes", {}) if isinstance(notes, dict) else notes
    if not isinstance(notes, dict):
        raise HeaderError(first, "the header's `tool.notes` must be a table")
    values = {key: _typed(key, value, first) for key, value in notes.items()}
    return Header(requires_python=requires, **values)


def _body(match: re.Match[str]) -> str:
    """The TOML of a header, without the comment marks."""
    mark = len(match["mark"])
    lines = match["body"].splitlines(keepends=True)
    return "".join(line[mark:].removeprefix(" ") for line in lines)


def _typed(key: str, value: Any, line: int) -> Any:
    """The value in the type that Header wants."""
    if key not in _KEYS:
        known = ", ".join(sorted(_KEYS))
        raise HeaderError(line, f"the header's key `{key}` means nothing; known are {known}")
    default = getattr(Header(), key)
    if isinstance(default, tuple) and isinstance(value, list):
        value = tuple(value)
    elif isinstance(default, float) and isinstance(value, int):
        value = float(value)
    parts = value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else ()
    if type(value) is not type(default) or not all(isinstance(part, str) for part in parts):
        wanted = {"tuple": "list of strings", "dict": "table of strings", "str": "string"}
        kind = type(default).__name__
        raise HeaderError(line, f"the header's `{key}` must be a {wanted.get(kind, kind)}")
    if key == "needs" and (unknown := set(value) - set(_SERVICES)):
        raise HeaderError(
            line, f"the header needs {sorted(unknown)}; services are {', '.join(_SERVICES)}"
        )
    if key == "stack" and value not in _PROFILES:
        raise HeaderError(line, f"the header's stack `{value}` is none of {', '.join(_PROFILES)}")
    if key == "interpreter" and value not in ("forked", "fresh"):
        raise HeaderError(line, f"the header's interpreter `{value}` must be `forked` or `fresh`")
    return value
