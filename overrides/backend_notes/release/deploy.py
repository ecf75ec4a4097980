"""From a built version to one commit on the published branch.

mike makes the commit, on a branch of this moment; the published one changes by the push alone, in
one step. So whatever ends a deployment early, readers see what they saw before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from uuid import uuid4

from mike import commands
from mike.git_utils import Commit, FileInfo
from mike.git_utils import GitError as MikeError

from backend_notes.project import Project
from backend_notes.release.build import Built
from backend_notes.release.errors import ReleaseError
from backend_notes.release.git import GitError, git, succeeds
from backend_notes.release.published import BRANCH, KNOWN, REMOTE, published_versions
from backend_notes.release.root_files import files_of_root, files_of_version
from backend_notes.release.runtime import runtime_to_add, runtimes_to_remove
from backend_notes.release.versions import DEV, LATEST, arrange, is_newest, is_release


class OvertakenError(Exception):
    """Somebody else pushed to the published branch meanwhile."""


def fetch(project: Project) -> str:
    """Ask for the published branch; gives back its commit, empty where there is no branch yet.

    Raises:
        ReleaseError: the remote does not answer.
    """
    source = f"refs/heads/{BRANCH}"
    try:
        if not git(project.root, "ls-remote", REMOTE, source):
            if succeeds(project.root, "rev-parse", "--verify", "--quiet", KNOWN):
                git(project.root, "update-ref", "-d", KNOWN)
            return ""
        git(project.root, "fetch", "--no-tags", "--quiet", REMOTE, f"+{source}:{KNOWN}")
        return git(project.root, "rev-parse", KNOWN)
    except GitError as error:
        raise ReleaseError(
            f"The remote `{REMOTE}` does not give its branch {BRANCH}: check the network and your"
            f" rights, and try again.\n{error}"
        ) from error


def deploy(project: Project, built: Built, before: str) -> None:
    """Put a version on the published branch of the remote, in one commit after another.

    Args:
        project: the checkout that was built.
        built: the version.
        before: the commit that the branch is at; empty where there is no branch.

    Raises:
        OvertakenError: the branch is somewhere else by now.
        ReleaseError: the remote refuses the push for another reason.
    """
    with _branch_of_the_moment(project, before) as branch:
        try:
            _commit(project, built, branch, before)
        except (MikeError, GitError) as error:
            raise ReleaseError(f"The commit cannot be made: {error}") from error
        push(project, branch)


def push(project: Project, branch: str) -> None:
    """Move the remote's published branch to where a local branch is, unless it moved itself."""
    try:
        git(project.root, "push", "--quiet", REMOTE, f"refs/heads/{branch}:refs/heads/{BRANCH}")
    except GitError as error:
        overtaken = ("non-fast-forward", "fetch first", "cannot lock ref", "failed to update ref")
        if any(sign in str(error) for sign in overtaken):
            raise OvertakenError(str(error)) from error
        raise ReleaseError(
            f"The remote `{REMOTE}` refuses the push, and nothing has changed: see that you may"
            f" push to {BRANCH}, and try again.\n{error}"
        ) from error


@contextmanager
def _branch_of_the_moment(project: Project, start: str) -> Iterator[str]:
    branch = f"notes-release-{uuid4().hex}"
    if start:
        git(project.root, "update-ref", f"refs/heads/{branch}", start)
    try:
        yield branch
    finally:
        if succeeds(project.root, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}"):
            git(project.root, "update-ref", "-d", f"refs/heads/{branch}")


def _commit(project: Project, built: Built, branch: str, before: str) -> None:
    """mike's commit with the files that mike leaves out, as one."""
    others = [entry["version"] for entry in published_versions(project, before or branch)]
    newest = is_newest(built.version, others)
    leads = newest or (built.version == DEV and not any(map(is_release, others)))
    revision = git(project.root, "rev-parse", "--short", "HEAD")
    message = f"Deploy {built.version} from {revision}"
    aliases = [LATEST] if newest else []
    with chdir(project.root), _committer(project):
        with commands.deploy(
            {"site_dir": str(built.site), "use_directory_urls": True},
            built.version,
            built.version,
            aliases,
            update_aliases=True,
            alias_type=commands.AliasType.copy,
            branch=branch,
            message=message,
            allow_empty=True,
            set_props=[("commit", git(project.root, "rev-parse", "HEAD"))],
        ):
            pass  # the site is built already
        files: dict[str, bytes] = {}
        for folder in (built.version, *aliases):
            files |= files_of_version(built, folder)
        if leads:
            files |= files_of_root(built)
        entries = arrange(published_versions(project, branch))
        files["versions.json"] = (json.dumps(entries, indent=2) + "\n").encode()
        files |= runtime_to_add(project, branch, built.runtime)
        unused = runtimes_to_remove(project, branch)
        with Commit(branch, message, allow_empty=True) as commit:
            # A new file may be too small for compressed copies: the old one's must not stay.
            commit.delete_files([f"{name}{copy}" for name in files for copy in (".gz", ".br")])
            commit.delete_files(unused)
            for name, data in sorted(files.items()):
                commit.add_file(FileInfo(name, data))
    _join(project, branch, before, message)


def _join(project: Project, branch: str, before: str, message: str) -> None:
    """One commit in place of all since another."""
    tree = git(project.root, "rev-parse", f"{branch}^{{tree}}")
    parents = ["-p", before] if before else []
    with _committer(project):
        joined = git(project.root, "commit-tree", tree, *parents, "-m", message)
    git(project.root, "update-ref", f"refs/heads/{branch}", joined)


@contextmanager
def _committer(project: Project) -> Iterator[None]:
    """Commit as who made the commit that is deployed: a pipeline has no name of its own."""
    name, email = git(project.root, "log", "-1", "--format=%cn%n%ce").split("\n")
    keys = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", email))
    }
    before = {key: os.environ.get(key) for key in keys}
    os.environ.update({key: os.environ.get(key) or value for key, value in keys.items()})
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
