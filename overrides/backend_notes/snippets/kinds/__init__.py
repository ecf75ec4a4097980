"""One module per kind of file: each really runs or parses what it is given."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from backend_notes.services.lease import Services
    from backend_notes.snippets.source import Snippet
    from backend_notes.snippets.verification import Verification

Verify = Callable[["Snippet", "Services"], "Verification"]

# File name, or the end of the path → module of this package; the first pattern that fits wins.
PATTERNS = {
    "*/snippets/practice/*/test_*.py": "practice",
    "*.py": "python",
    "*.console": "console",
    "*.http": "http",
    "*/exercises/*.sql": "text",  # a learner's, who is told by `notes build-check`
    "*.sql": "sql",
    "*.sh": "shell",
    "Dockerfile": "dockerfile",
    "Dockerfile.*": "dockerfile",
    "*.dockerfile": "dockerfile",
    "compose*.yaml": "compose",
    "compose*.yml": "compose",
    "*gitlab-ci*.yml": "gitlab_ci",
    "*gitlab-ci*.yaml": "gitlab_ci",
    "*.yaml": "data",
    "*.yml": "data",
    "*.toml": "data",
    "uv.lock": "data",
    "*.json": "data",
    "*.ini": "data",
    ".env": "data",
    ".env.*": "data",
    "*.env": "data",
    ".dockerignore": "text",
    ".gitignore": "text",
    ".python-version": "text",
    "*.txt": "text",
    "*.md": "text",
    "*.mako": "text",
    "*.patch": "text",
    "CODEOWNERS": "text",
}


def kind_of(path: Path) -> Verify | None:
    """The function that verifies a file of this name; None where no kind knows it."""
    for pattern, module in PATTERNS.items():
        if fnmatchcase(path.as_posix() if "/" in pattern else path.name, pattern):
            return cast(Verify, import_module(f"{__name__}.{module}").verify)
    return None
