"""Live examples: files that a page shows as they are written, and then what they become.

A page says `{{ example("contributing/shelf.py", "contributing/import.md") }}`: the files of one
example, the Markdown last. It is rendered on the page, so it has to obey the rules of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CALL = re.compile(r"\{\{[ \t]*example\((?P<files>[^)]*)\)[ \t]*\}\}")
_FILE = re.compile(r"""(["'])(?P<key>.*?)\1""")


@dataclass(frozen=True)
class Example:
    """One example; `keys` are its files, by their paths below snippets/."""

    line: int
    keys: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it ends with its one Markdown file."""
        return [key for key in self.keys if key.endswith(".md")] == [*self.keys[-1:]] != []


def find_examples(text: str) -> Iterator[Example]:
    """The examples of a page with macros, in its order."""
    for match in _CALL.finditer(text):
        keys = tuple(file["key"] for file in _FILE.finditer(match["files"]))
        yield Example(text.count("\n", 0, match.start()) + 1, keys)
