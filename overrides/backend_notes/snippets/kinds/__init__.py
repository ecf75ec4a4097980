"""One module per kind of file: each really runs or parses what it is given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend_notes.services.lease import Services
    from backend_notes.snippets.source import Snippet
    from backend_notes.snippets.verification import Verification

Verify = Callable[["Snippet", "Services"], "Verification"]


def kind_of(path: Path) -> Verify | None:
    """The function that verifies a file of this name; None where no kind knows it."""
    from backend_notes.snippets.kinds import python

    match path.suffix:
        case ".py":
            return python.verify
    return None
