"""Command-line tools that the checks call."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def find_tool(name: str) -> Path | None:
    """A command-line tool: the one beside this Python first, then the one on the PATH."""
    own = Path(sys.executable).parent / name
    found = str(own) if own.is_file() else shutil.which(name)
    return Path(found) if found else None
