"""The forms of merge requests and issues, and who reviews what."""

from __future__ import annotations

import re
import shlex

import pytest
from click.testing import CliRunner

from backend_notes.cli import main
from backend_notes.project import Project

FORMS = {
    "merge_request_templates": {"Default", "content", "snippet", "code"},
    "issue_templates": {"Default", "mistake", "topic", "defect"},
}


@pytest.mark.parametrize("folder", FORMS)
def test_every_form_is_there(project: Project, folder: str) -> None:
    found = {path.stem for path in (project.root / ".gitlab" / folder).glob("*.md")}
    assert found == FORMS[folder]


def test_the_commands_that_forms_and_guide_name_exist(project: Project) -> None:
    texts = [path.read_text("utf-8") for path in (project.root / ".gitlab").rglob("*.md")]
    texts.append((project.root / "CONTRIBUTING.md").read_text("utf-8"))
    named = {name for text in texts for name in re.findall(r"`(?:uv run )?notes ([\w-]+)", text)}
    assert {"check", "where", "changed", "preview", "release"} <= named
    for name in named:
        result = CliRunner().invoke(main, [*shlex.split(name), "--help"])
        assert result.exit_code == 0, f"notes {name}: {result.output}"


def test_owners_are_named_for_paths_that_exist(project: Project) -> None:
    lines = (project.root / ".gitlab" / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = [line.split() for line in lines if line and line[0] not in "#["]
    assert owned[0][0] == "*"
    for pattern, *owners in owned:
        assert owners and all(owner.startswith("@") for owner in owners)
        assert pattern == "*" or (project.root / pattern.strip("/")).exists(), pattern
