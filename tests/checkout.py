"""Copies of this repository, for tests that change or publish it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from backend_notes.project import Project


def copy_checkout(project: Project, root: Path, modules: Path) -> None:
    """Copy what git knows or would take, as it is now; link the npm packages.

    Args:
        project: the checkout.
        root: the folder of the copy.
        modules: the npm packages.
    """
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    for name in filter(None, listed):
        if (project.root / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(project.root / name, root / name)
    (root / "node_modules").symlink_to(modules)
