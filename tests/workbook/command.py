"""Programs that a test runs in a working copy."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def run(root: Path, *command: str) -> str:
    """Run a program in a folder that looks like a checkout of its own; what it prints."""
    done = subprocess.run(
        command,
        cwd=root,
        env=os.environ | {"GIT_CEILING_DIRECTORIES": str(root.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
