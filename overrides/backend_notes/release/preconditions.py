"""What must hold before a version is published. Each refusal says the way out."""

from __future__ import annotations

import re
from collections.abc import Callable

from backend_notes.content.check import check_project
from backend_notes.finding import as_text
from backend_notes.project import Project
from backend_notes.release.errors import ReleaseError
from backend_notes.release.git import GitError, git, succeeds
from backend_notes.release.versions import DEV, is_release, number
from backend_notes.site.node import NodeModulesError, ensure_packages
from backend_notes.site.runtime.cache import RuntimeUnavailableError
from backend_notes.site.runtime.prepare import prepare_runtime

_CHANGELOG = "CHANGELOG.md"
_RUNTIME = "overrides/assets/runtime"


def check_name(version: str) -> None:
    """Refuse what is neither the number of a release nor `dev`."""
    if version != DEV and not is_release(version):
        raise ReleaseError(
            f"`{version}` is no version: write two or three numbers, as in 1.0 or 1.0.1,"
            f" or `{DEV}` for what main holds."
        )


def check_checkout(project: Project) -> None:
    """Refuse a checkout that is not exactly, and with all of its history, one commit."""
    try:
        changed = git(project.root, "status", "--porcelain", "--untracked-files=all").splitlines()
        shallow = git(project.root, "rev-parse", "--is-shallow-repository")
        git(project.root, "rev-parse", "--verify", "HEAD")
    except GitError as error:
        raise ReleaseError(
            f"{project.root} is no git repository with a commit ({error}): release from a clone."
        ) from error
    if changed:
        raise ReleaseError(
            f"The working tree is dirty ({_some(changed)}): commit these changes, or put them aside"
            " with `git stash --include-untracked`."
        )
    if shallow == "true":
        raise ReleaseError(
            "This clone is shallow, without the history that a release continues: complete it with"
            " `git fetch --unshallow`, or set `GIT_DEPTH: 0` in the pipeline."
        )


def check_remote(project: Project, remote: str) -> None:
    """Refuse where nothing says whither to publish."""
    if not succeeds(project.root, "remote", "get-url", remote):
        raise ReleaseError(
            f"There is no remote `{remote}` to publish to: add it with"
            f" `git remote add {remote} <address>`."
        )


def check_changelog(project: Project, version: str) -> None:
    """Refuse a release that tells its readers nothing."""
    path = project.root / _CHANGELOG
    text = path.read_text("utf-8") if path.is_file() else ""
    entry = re.search(
        rf"^## \[?v?{re.escape(version)}\]?(?![.\d]).*\n(?P<body>(?:(?!## ).*\n?)*)",
        text,
        re.MULTILINE,
    )
    if entry is None or not entry["body"].strip():
        raise ReleaseError(
            f"{_CHANGELOG} says nothing about {version}: add a heading `## {version}` and below it"
            " what readers notice, then commit."
        )


def check_new(version: str, published: list[str]) -> None:
    """Refuse a release that exists: what it holds stays what it was."""
    if version in published:
        first, second, *fix = number(version)
        following = f"{first}.{second}.{(fix or [0])[0] + 1}"
        while following in published:
            *head, last = number(following)
            following = ".".join(map(str, [*head, last + 1]))
        raise ReleaseError(
            f"{version} is published already, and a release does not change: give this one the next"
            f" number, {following} for a fix."
        )


def check_content(project: Project) -> None:
    """Refuse pages and snippets that break a content rule."""
    findings = check_project(project)
    if findings:
        count = f"{len(findings)} mistake{'s' if len(findings) > 1 else ''}"
        raise ReleaseError(
            f"`notes check` finds {count}: correct what it names, and commit.\n{as_text(findings)}"
        )


def check_python(project: Project, say: Callable[[str], None]) -> None:
    """Refuse a version whose programs would not run in its pages, as without a network.

    What this fetches and compiles is there for the build afterwards.
    """
    if not (project.root / _RUNTIME).is_dir():
        return  # this site runs no programs
    try:
        prepare_runtime(project, ensure_packages(project, say=say), say)
    except (NodeModulesError, RuntimeUnavailableError) as error:
        raise ReleaseError(
            f"Programs would not run in the pages of this version ({error}): see that npm and PyPI"
            " can be reached and try again, or publish it as it is with `--without-python`."
        ) from error


def _some(changed: list[str]) -> str:
    names = [line[3:] for line in changed]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
