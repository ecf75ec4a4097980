"""Plain text in an example of several files: readable, and not empty.

Markdown that a page shows as a live example is under the content rules besides.
"""

from __future__ import annotations

import re

from backend_notes.finding import Finding
from backend_notes.services.lease import Services
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify(snippet: Snippet, _services: Services) -> Verification:
    """Check what can be checked of a text: UTF-8, not empty, a version where one belongs."""
    try:
        text = snippet.path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = snippet.path.read_bytes()[: error.start].count(b"\n") + 1
        message, fix = "the file is not UTF-8", "save it as UTF-8"
        return Verification([Finding(snippet.name, line, "text-encoding", message, fix)])
    if not text.strip():
        message, fix = "the file is empty", "write something into it, or delete it"
        return Verification([Finding(snippet.name, 1, "text-empty", message, fix)])
    if snippet.path.name == ".python-version":
        return Verification(_not_versions(snippet, text))
    return Verification()


def _not_versions(snippet: Snippet, text: str) -> list[Finding]:
    return [
        Finding(
            snippet.name,
            number,
            "python-version",
            f"`{line}` is not a version of Python",
            "write one such as `3.13`",
        )
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
        and not line.startswith("#")
        and not re.fullmatch(r"3\.\d+(\.\d+)?", line.strip())
    ]
