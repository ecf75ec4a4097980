"""The branch that GitLab Pages serves, as this repository knows it without a network."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from backend_notes.project import Project
from backend_notes.release.git import GitError, git

BRANCH = "gh-pages"
REMOTE = "origin"

# What the last `git fetch` saw.
KNOWN = f"refs/remotes/{REMOTE}/{BRANCH}"

_LOCATION = re.compile(r"<loc>(.*?)</loc>")


@dataclass(frozen=True)
class Released:
    """The latest release.

    Attributes:
        version: its number.
        addresses: every address below its root, those that redirect included; "" is the start.
    """

    version: str
    addresses: frozenset[str]


def latest_release(project: Project, ref: str = KNOWN) -> Released | None:
    """What the latest release holds; None where nothing is known of any."""
    try:
        if git(project.root, "rev-parse", "--show-toplevel") != str(project.root.resolve()):
            return None  # the repository is another's, around this folder
        versions = json.loads(git(project.root, "show", f"{ref}:versions.json"))
        sitemap = git(project.root, "show", f"{ref}:latest/sitemap.xml")
    except (GitError, ValueError):
        return None
    version = next((entry["version"] for entry in versions if "latest" in entry["aliases"]), "")
    return Released(version, frozenset(addresses(sitemap))) if version else None


def published_versions(project: Project, ref: str) -> list[dict[str, Any]]:
    """The entries of versions.json; none where the branch has no such file."""
    try:
        entries: list[dict[str, Any]] = json.loads(
            git(project.root, "show", f"{ref}:versions.json")
        )
    except (GitError, ValueError):
        return []
    return entries


def addresses(sitemap: str) -> list[str]:
    """The addresses of a version's site map, below that version's root.

    The root is the shortest of them: the start page.
    """
    locations = _LOCATION.findall(sitemap)
    root = min(locations, key=len, default="")
    return [location.removeprefix(root) for location in locations]
