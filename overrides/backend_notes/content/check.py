"""Run every content rule over the repository: no program is run, recorded outputs count."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from backend_notes.content.repository import Repository
from backend_notes.content.rules import (
    ON_EVERY_FRAGMENT,
    ON_EVERY_GUIDE,
    ON_EVERY_PAGE,
    ON_EVERY_PROBLEM,
    ON_EVERY_SESSION,
    ON_THE_REPOSITORY,
)
from backend_notes.finding import Finding, as_text
from backend_notes.project import Project, find_project


def check_project(project: Project, paths: Sequence[Path] | None = None) -> list[Finding]:
    """What is wrong with pages, snippets and reading order, sorted by place.

    Takes in the files or folders whose findings are wanted; None means all. A page stands for its
    folder of snippets too. Every file is read in any case, because a rule may compare any two.

    Raises:
        FileNotFoundError: one of the paths does not exist.
    """
    repository = Repository(project)
    findings = list(repository.unreadable)
    for page in repository.pages:
        for page_rule in ON_EVERY_PAGE:
            findings += page_rule(page, repository)
        # An open block swallows what follows it: the parts below it would all seem missing.
        readable = all(fence.end for fence in page.fences)
        for guide_rule in ON_EVERY_GUIDE if page.is_guide and readable else ():
            findings += guide_rule(page, repository)
        for problem_rule in ON_EVERY_PROBLEM if page.is_problem and readable else ():
            findings += problem_rule(page, repository)
        for session_rule in ON_EVERY_SESSION if page.is_session and readable else ():
            findings += session_rule(page, repository)
    for example in repository.examples:
        for fragment_rule in ON_EVERY_FRAGMENT:
            findings += fragment_rule(example, repository)
    for rule in ON_THE_REPOSITORY:
        findings += rule(repository)
    wanted = _filter(project, paths)
    return sorted(finding for finding in findings if wanted(finding.path))


def _filter(project: Project, paths: Sequence[Path] | None) -> Callable[[str], bool]:
    """Whether a finding's file was asked for."""
    if not paths:
        return lambda _: True
    wanted: list[str] = []
    for path in paths:
        # Absolute, but not resolved: a symbolic link keeps the name that findings carry.
        place = path if path.is_absolute() else Path.cwd() / path
        if not place.exists() and not project.snippets_of_page(place).exists():
            raise FileNotFoundError(f"{path} does not exist. Name a page, a snippet or a folder.")
        wanted.append(project.relative(place))
        if place.suffix == ".md" and place.is_relative_to(project.docs):
            wanted.append(project.relative(project.snippets_of_page(place)))
    return lambda name: any(name == entry or name.startswith(f"{entry}/") for entry in wanted)


def main() -> int:
    """Check the repository around the current folder; the exit code says whether it is clean."""
    findings = check_project(find_project(), [Path(argument) for argument in sys.argv[1:]])
    print(as_text(findings) if findings else "Nothing to report.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
