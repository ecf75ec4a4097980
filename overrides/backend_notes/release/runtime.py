"""Python for the browser, beside the versions: one folder for all that use the same files.

It weighs more than everything else of a version. So a built version gives its own up, and what
stands on the published branch is one folder for each content, named for it, until no version there
asks for it any more.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import Any

from backend_notes.project import Project
from backend_notes.release.compress import compress_folder
from backend_notes.release.git import git
from backend_notes.site.runtime.files import ADDRESS, INDEX

# Beside the versions.
SHARED = "runtime"


def take_runtime_out(site: Path, place: Path) -> Path | None:
    """Move a built version's Python out of it, and have its list of programs say where it went.

    Args:
        site: the folder of the built version.
        place: the folder to move it into.

    Returns:
        The moved folder, named for what it holds; None where the version has no Python.
    """
    index = site / INDEX
    found = json.loads(index.read_text("utf-8")) if index.is_file() else {}
    if not found.get("runtime"):
        return None
    own = index.parent / found["runtime"]["folder"]
    moved = place / _digest(own)
    place.mkdir(parents=True, exist_ok=True)
    own.rename(moved)
    found["runtime"]["folder"] = f"{_up_to_the_versions()}{SHARED}/{moved.name}/"
    index.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return moved


def runtime_to_add(project: Project, branch: str, runtime: Path | None) -> dict[str, bytes]:
    """The files of a runtime by their paths on the branch; none where it stands there already."""
    if runtime is None or runtime.name in _published(project, branch):
        return {}
    compress_folder(runtime)
    return {
        f"{SHARED}/{runtime.name}/{path.relative_to(runtime).as_posix()}": path.read_bytes()
        for path in sorted(runtime.rglob("*"))
        if path.is_file()
    }


def runtimes_to_remove(project: Project, branch: str) -> list[str]:
    """The shared folders on a branch that no version there names."""
    names = git(project.root, "ls-tree", "-d", "--name-only", branch).splitlines()
    used = {_used_by(project, branch, name) for name in names}
    return [f"{SHARED}/{name}" for name in sorted(_published(project, branch) - used)]


def _published(project: Project, branch: str) -> set[str]:
    names = git(project.root, "ls-tree", "--name-only", branch, f"{SHARED}/").splitlines()
    return {name.rpartition("/")[2] for name in names}


def _used_by(project: Project, branch: str, version: str) -> str:
    """The shared folder that a published version names; empty where it names none."""
    index = f"{version}/{INDEX}"
    if not git(project.root, "ls-tree", "--name-only", branch, index):
        return ""
    found: dict[str, Any] = json.loads(git(project.root, "show", f"{branch}:{index}"))
    path = str((found.get("runtime") or {}).get("folder", ""))
    return PurePosixPath(path).name if path.startswith(_up_to_the_versions()) else ""


def _up_to_the_versions() -> str:
    """From a version's list of programs to the folder that holds all versions."""
    return "../" * len(f"version/{ADDRESS}".split("/"))


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()} {len(content)} ".encode() + content)
    return whole.hexdigest()[:12]
