"""YAML files beside the pages, read so that every mistake has a line and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from backend_notes.content.front_matter import Loader, yaml_mistake


class DataFileError(Exception):
    """A data file that cannot be used.

    Attributes:
        line: where, counted from 1.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Value:
    """A part of a data file that knows its line and says what it ought to be.

    Attributes:
        what: how a message calls it.
        line: where it stands, counted from 1.
    """

    def __init__(self, node: Any, what: str) -> None:
        self._node = node
        self.what = what
        self.line: int = node.start_mark.line + 1

    def items(self) -> Iterator[tuple[str, Value]]:
        """The keys of a mapping, each with its value.

        Raises:
            DataFileError: it is no mapping, or a key stands twice.
        """
        if not isinstance(self._node, yaml.MappingNode):
            raise DataFileError(self.line, f"{self.what} must be keys and values")
        seen: set[str] = set()
        for key, value in self._node.value:
            line, name = key.start_mark.line + 1, str(key.value)
            if name in seen:
                raise DataFileError(line, f"{self.what}: the key `{name}` stands twice")
            seen.add(name)
            found = Value(value, f"`{name}`")
            found.line = line  # a folded text starts below its key
            yield name, found

    def fields(self, *required: str, optional: tuple[str, ...] = ()) -> dict[str, Value]:
        """The values of a mapping whose keys are known.

        Raises:
            DataFileError: it is no mapping, it has another key, or it lacks a required one.
        """
        found = dict(self.items())
        known = [*required, *optional]
        for name, value in found.items():
            if name not in known:
                raise DataFileError(
                    value.line,
                    f"{self.what}: the key `{name}` means nothing; known are {', '.join(known)}",
                )
        for name in required:
            if name not in found:
                raise DataFileError(self.line, f"{self.what} has no `{name}`")
        return found

    def list(self, what: str) -> list[Value]:
        """The items of a list; `what` is how a message calls one of them.

        Raises:
            DataFileError: it is no list.
        """
        if not isinstance(self._node, yaml.SequenceNode):
            raise DataFileError(self.line, f"{self.what} must be a list")
        return [Value(node, what) for node in self._node.value]

    def text(self) -> str:
        """A text on one line; empty where nothing stands.

        Raises:
            DataFileError: it is a list or a mapping.
        """
        if not isinstance(self._node, yaml.ScalarNode):
            raise DataFileError(self.line, f"{self.what} must be a text")
        return "" if self._node.tag.endswith(":null") else " ".join(self._node.value.split())


def read_data_file(path: Path, what: str) -> Value | None:
    """The whole of a file; None where there is no such file, or nothing in it.

    Raises:
        DataFileError: it is no UTF-8 or no YAML.
    """
    try:
        node = Loader(path.read_text("utf-8")).get_single_node()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise DataFileError(1, f"{what} is not UTF-8: {error.reason}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise DataFileError(*yaml_mistake(error, what)) from error
    return Value(node, what) if node is not None else None
