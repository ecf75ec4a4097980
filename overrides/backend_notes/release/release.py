"""Publish a version of the site: what `notes release` does."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from backend_notes.project import Project
from backend_notes.release import preconditions
from backend_notes.release.build import Built, build_version
from backend_notes.release.deploy import OvertakenError, deploy, fetch
from backend_notes.release.errors import ReleaseError
from backend_notes.release.published import BRANCH, KNOWN, REMOTE, published_versions
from backend_notes.release.versions import DEV


def release(
    project: Project,
    version: str,
    say: Callable[[str], None] = lambda _: None,
    *,
    python: bool = True,
) -> None:
    """Check, build and publish a version.

    Args:
        project: a checkout with nothing uncommitted in it.
        version: the number of a release, as in 1.0, or `dev` for what main holds.
        say: told in one line what happens next.
        python: programs run in the pages; without it they are read only.

    Raises:
        ReleaseError: something is in the way; nothing was published then.
    """
    preconditions.check_name(version)
    preconditions.check_checkout(project)
    preconditions.check_remote(project, REMOTE)
    if version != DEV:
        preconditions.check_changelog(project, version)
    before = fetch(project)
    _check_new(project, version, before)
    preconditions.check_content(project)
    if python:
        preconditions.check_python(project, say)
    with tempfile.TemporaryDirectory(prefix="notes-release-") as folder:
        say(f"Building {version}.")
        built = build_version(project, version, Path(folder) / "site", python=python)
        say(f"Publishing {version} on the branch {BRANCH} of {REMOTE}.")
        _deploy(project, built, before, say)


def _deploy(project: Project, built: Built, before: str, say: Callable[[str], None]) -> None:
    """Deploy; and once more, on top of theirs, when somebody else was faster."""
    try:
        deploy(project, built, before)
    except OvertakenError:
        say("Somebody else published meanwhile: once more, on top of that.")
        before = fetch(project)
        _check_new(project, built.version, before)
        try:
            deploy(project, built, before)
        except OvertakenError as error:
            raise ReleaseError(
                "Others published twice meanwhile, and nothing of this version is out: try again."
            ) from error


def _check_new(project: Project, version: str, before: str) -> None:
    if version != DEV and before:
        known = [entry["version"] for entry in published_versions(project, KNOWN)]
        preconditions.check_new(version, known)
