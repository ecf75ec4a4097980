"""What `notes new` left for the author is written before a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.repository import Repository
from backend_notes.finding import Finding

# In backticks it is talked about.
_MARK = re.compile(r"(?<!`)\[to do: ([^\]\n]+)\]", re.IGNORECASE)


def to_do(repository: Repository) -> Iterator[Finding]:
    """No text that a skeleton asked for is missing."""
    files = [(page.name, page.text) for page in repository.pages]
    files += [(file.name, file.text) for file in repository.snippets.values()]
    for name, text in files:
        for number, line in enumerate(text.split("\n"), 1):
            for match in _MARK.finditer(line):
                yield Finding(
                    name,
                    number,
                    "to-do",
                    f"still to do: {match[1].rstrip('.')}",
                    "write it in place of the brackets",
                )
