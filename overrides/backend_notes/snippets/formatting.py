"""Format a Python snippet as ruff does, without losing its `#>` marks."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from backend_notes.snippets.tools import find_tool

_MARK = re.compile(r"^( *)# >(?= |$)", re.MULTILINE)


def format_python(source: str, path: Path) -> str:
    """The source as `ruff format` with the settings for `path` would leave it.

    ruff sets a blank between `#` and `>`; pytest-examples knows the mark only without it.
    A source that ruff cannot parse comes back as it is: running it says why. Without ruff nothing
    is formatted, as in a release job that installs no tools.
    """
    ruff = find_tool("ruff")
    if ruff is None:
        return source
    result = subprocess.run(
        [ruff, "format", "--no-cache", "--stdin-filename", str(path), "-"],
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )
    return _MARK.sub(r"\1#>", result.stdout) if result.returncode == 0 else source
