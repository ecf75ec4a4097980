"""`notes new`: a skeleton lacks nothing but the texts that its author owes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from backend_notes.content.check import check_project
from backend_notes.content.repository import Repository
from backend_notes.project import Project
from backend_notes.services.lease import Services
from backend_notes.snippets import verify
from backend_notes.snippets.source import find_snippets

New = Callable[..., Result]
GUIDE = ["guide", "core-concepts/iterators", "--track", "basics"]
SKELETONS = {
    "a guide": [GUIDE],
    "a program": [["snippet", "core-concepts/decorators/stacked"]],
    "a program with a file for its output": [["snippet", "core-concepts/decorators/late", "--out"]],
    "programs that take minutes to read": [
        ["snippet", f"core-concepts/decorators/late_{number}", "--out"] for number in range(5)
    ],
    "a program of a new guide": [GUIDE, ["snippet", "core-concepts/iterators/exhausted"]],
    "a quiz": [["quiz", "core-concepts/decorators", "decorators-order"]],
    "a quiz about an output": [["quiz", "core-concepts/decorators", "decorators-out", "--prints"]],
    "a term among others": [["term", "cursor", "core-concepts/decorators"]],
    "a term of the first letter": [["term", "adapter", "core-concepts/decorators"]],
    "a term of the last letter": [
        ["term", "n-plus-one", "core-concepts/decorators", "--name", "N+1 queries"]
    ],
    "a term of a new guide": [GUIDE, ["term", "iterator", "core-concepts/iterators"]],
    "a problem": [["problem", "token-bucket"]],
}


def contents(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): path.read_text()
        for path in root.rglob("*.*")
        if path.is_file()
    }


@pytest.mark.parametrize("commands", SKELETONS.values(), ids=SKELETONS)
def test_a_skeleton_breaks_no_rule_but_what_is_to_do(
    good: Project, new: New, commands: list[list[str]]
) -> None:
    for command in commands:
        result = new(*command)
        assert result.exit_code == 0, result.output
        assert result.output.endswith("`uv run notes check` lists what is still to do.\n")
    findings = check_project(good)
    assert findings
    assert [str(finding) for finding in findings if finding.rule != "to-do"] == []


def test_the_programs_of_a_skeleton_do_what_is_recorded(
    good: Project, new: New, services: Services
) -> None:
    new(*GUIDE)
    new("snippet", "core-concepts/iterators/exhausted", "--out")
    folder = good.snippets / "core_concepts" / "iterators"
    programs = find_snippets(good, folder)
    assert {program.path.name for program in programs} == {
        "first_program.py",
        "iterators_prints.py",
        "exhausted.py",
    }
    assert [finding for program in programs for finding in verify.check(program, services)] == []


def test_a_guide_stands_after_its_section_and_in_its_track(good: Project, new: New) -> None:
    new(*GUIDE)
    repository = Repository(good)
    paths = [entry.path for entry in repository.config.nav]
    before = paths.index("core-concepts/decorators.md")
    assert paths[before + 1] == "core-concepts/iterators.md"
    assert repository.tracks.tracks[0].pages[-1].slug == "core-concepts/iterators"


def test_a_page_that_was_planned_is_planned_no_more(good: Project, new: New) -> None:
    new("guide", "core-concepts/generators")
    tracks = Repository(good).tracks
    assert tracks.mistakes == ()
    assert tracks.planned == ()
    # The learning plan waited for the page: now its points owe the headings that teach them.
    rules = {finding.rule for finding in check_project(good)}
    assert rules == {"to-do", "plan-anchor"}
    assert [entry.slug for entry in tracks.tracks[0].pages].count("core-concepts/generators") == 1


def test_the_page_that_explains_a_term_names_it(good: Project, new: New) -> None:
    new("term", "cursor", "core-concepts/decorators")
    page = Repository(good).page_by_slug["core-concepts/decorators"]
    assert page.front_matter.values["terms"] == ["closure", "decorator", "cursor"]


REFUSED = {
    "a slug with capitals": (
        ["guide", "core-concepts/Iterators", "--track", "basics"],
        "The page's name `Iterators` is not lower-case words joined by hyphens.",
    ),
    "a page without a section": (
        ["guide", "iterators"],
        "A guide is named by section and page, like core-concepts/iterators, not `iterators`.",
    ),
    "a section that is none": (
        ["guide", "core/iterators"],
        "The nav in mkdocs.yml has no section `core`; it has core-concepts, practice, workbook.",
    ),
    "a page that exists": (
        ["guide", "core-concepts/decorators"],
        "docs/core-concepts/decorators.md exists already, and nothing is overwritten.",
    ),
    "a page that no track leads to": (
        ["guide", "core-concepts/iterators"],
        "Name the track that leads to the page, by `--track`: one of basics.",
    ),
    "a program's name with a hyphen": (
        ["snippet", "core-concepts/decorators/late-binding"],
        "The program's name `late-binding` is not lower-case words joined by `_`.",
    ),
    "a program that exists": (
        ["snippet", "core-concepts/decorators/registry.py"],
        "snippets/core_concepts/decorators/registry.py exists already, and nothing is overwritten.",
    ),
    "a program of no page": (
        ["snippet", "core-concepts/decorator/first"],
        "docs/core-concepts/decorator.md does not exist"
        " (did you mean `core-concepts/decorators`?).",
    ),
    "a quiz id that is taken": (
        ["quiz", "core-concepts/decorators", "decorators-time"],
        "The quiz's id `decorators-time` is taken by docs/core-concepts/decorators.md:35,"
        " for ever.",
    ),
    "a term that exists": (
        ["term", "closure", "core-concepts/decorators"],
        "The glossary has the term `closure` already, on line 10.",
    ),
    "a problem that exists": (
        ["problem", "stock-check"],
        "docs/practice/stock-check.md exists already, and nothing is overwritten.",
    ),
}


@pytest.mark.parametrize(("command", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_made_is_said_in_a_sentence_and_nothing_is_written(
    good: Project, new: New, command: list[str], sentence: str
) -> None:
    before = contents(good.root)
    result = new(*command)
    assert (result.exit_code, result.output) == (1, f"Error: {sentence}\n")
    assert contents(good.root) == before


def test_a_sixth_quiz_is_refused(new: New) -> None:
    assert new("quiz", "core-concepts/decorators", "decorators-four").exit_code == 0
    assert new("quiz", "core-concepts/decorators", "decorators-five").exit_code == 0
    assert new("quiz", "core-concepts/decorators", "decorators-six").output == (
        "Error: docs/core-concepts/decorators.md has 5 quizzes, and a guide has three to five.\n"
    )
