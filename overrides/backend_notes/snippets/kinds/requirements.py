"""What the header of a snippet may ask for."""

from __future__ import annotations

import sys
from pathlib import Path

from backend_notes.finding import Finding
from backend_notes.services.lease import ServiceUnavailableError
from backend_notes.snippets.output import unknown_rules
from backend_notes.snippets.runner import find_interpreter
from backend_notes.snippets.source import Snippet


def check_header(snippet: Snippet) -> list[Finding]:
    """Findings about the header of a snippet that is not a Python program.

    Raises:
        HeaderError: the header cannot be used.
        ServiceUnavailableError: it needs a Python that the project's environment does not have.
    """
    header = snippet.header
    if find_interpreter(header.requires_python) != Path(sys.executable):
        own = ".".join(map(str, sys.version_info[:2]))
        raise ServiceUnavailableError(
            f"{snippet.name} needs Python {header.requires_python}, and the project's environment"
            f" has {own}; `uv sync --python '{header.requires_python}'` makes one that fits"
        )
    return check_rules(snippet)


def check_rules(snippet: Snippet) -> list[Finding]:
    """Findings about normalisation rules that do not exist.

    Raises:
        HeaderError: the header cannot be used.
    """
    fix = "use one of those in overrides/backend_notes/snippets/output.py"
    return [
        Finding(snippet.name, 1, "snippet-header", f"no normalisation is called `{rule}`", fix)
        for rule in unknown_rules(snippet.header.normalise)
    ]
