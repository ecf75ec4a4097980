"""Git, as far as a release needs it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class GitError(Exception):
    """A git command failed; the message is git's own."""


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder; gives back what it prints, without the last line's end.

    Raises:
        GitError: it failed, or git is not installed.
    """
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            env=os.environ | {"LC_ALL": "C"},  # messages in English, because some are read
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError as error:
        raise GitError(f"git cannot run: {error.strerror}") from error
    if done.returncode:
        raise GitError(done.stderr.strip() or f"git {arguments[0]} failed")
    return done.stdout.rstrip("\n")


def succeeds(root: Path, *arguments: str) -> bool:
    """Whether a git command ends well."""
    try:
        git(root, *arguments)
    except GitError:
        return False
    return True
