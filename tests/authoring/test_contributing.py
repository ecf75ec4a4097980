"""What CONTRIBUTING says to do, done in a copy: a typo, and a whole guide."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import copy_checkout

from backend_notes.content.check import check_project
from backend_notes.project import Project

PAGE = "docs/core-concepts/iterators.md"
FOLDER = "snippets/core_concepts/iterators"
# What this author puts in the place of each `<…>`.
CHOICES = {
    "section": "core-concepts",
    "slug": "iterators",
    "track": "new-to-backends",
    "program": "exhausted",
    "quiz": "iterators-length",
    "term": "picking-cursor",
    "folder": "core_concepts/iterators",
}
# The author's texts, by what the skeleton asks for.
TEXTS = {
    "what the page gives the reader, in one sentence": "How a loop takes its values one by one",
    "the idea, as a statement": "One value at a time",
    "the smallest program, as a statement": "A loop over orders",
    "what changes in production, as a statement": "Rows that never fit into memory",
}


@pytest.fixture
def copy(project: Project, tmp_path: Path, modules: Path) -> Project:
    """A working copy of the repository, as git knows it and as it is now."""
    root = tmp_path / "copy"
    copy_checkout(project, root, modules)
    return Project(root)


@pytest.fixture
def run(copy: Project) -> Callable[..., str]:
    """Run a command of CONTRIBUTING in the copy; it has to end well."""

    def run_it(*words: str) -> str:
        command = [sys.executable, "-m", *words]
        env = os.environ | {"PYTHONPATH": str(copy.root / "overrides")}
        done = subprocess.run(
            command, cwd=copy.root, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}{done.stderr}"
        return done.stdout

    return run_it


def write_texts(path: Path) -> None:
    """Put a text in the place of each to-do."""
    count = 0

    def text(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        ends = "." if match[1].endswith(".") else ""
        return TEXTS.get(match[1], f"Picking list {count} names the shelf of each order") + ends

    path.write_text(re.sub(r"\[To do: ([^\]]+)\]", text, path.read_text("utf-8")), "utf-8")


def steps(contributing: str, heading: str) -> list[str]:
    """The numbered steps below a heading, each on one line."""
    section = contributing.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = re.findall(r"^\d+\. .*(?:\n {3}.*)*", section, re.MULTILINE)
    return [" ".join(step.split()) for step in found]


def commands(step: str) -> list[list[str]]:
    """The commands that a step gives in full, with this author's choices."""
    filled = re.sub(r"<([\w-]+)>", lambda match: CHOICES[match[1]], step)
    return [found.split() for found in re.findall(r"`uv run ([^`]+)`", filled)]


def write_what_is_owed(copy: Project) -> None:
    """Put a text in the place of every to-do, and change what the programs print."""
    owed = check_project(copy)
    assert {finding.rule for finding in owed} == {"to-do"}
    for name in sorted({finding.path for finding in owed}):
        write_texts(copy.root / name)
    for program in (copy.root / FOLDER).glob("*.py"):
        program.write_text(program.read_text("utf-8").replace("A-18", "B-07"), "utf-8")
    page = copy.root / PAGE
    page.write_text(page.read_text("utf-8").replace("`order A-18`", "`order B-07`"), "utf-8")


def do_what_the_rules_say(copy: Project) -> None:
    """The reading time is the one thing that `notes check` knows better than the author."""
    page = copy.root / PAGE
    for finding in check_project(copy):
        assert finding.rule == "reading-minutes", str(finding)
        minutes = finding.fix.removeprefix("write `").removesuffix("`")
        page.write_text(re.sub(r"minutes: \d+", minutes, page.read_text("utf-8"), count=1), "utf-8")


def test_a_new_guide_step_by_step(copy: Project, run: Callable[..., str]) -> None:
    said = ""
    for step in steps((copy.root / "CONTRIBUTING.md").read_text("utf-8"), "Add a guide"):
        if "[To do: …]" in step:
            write_what_is_owed(copy)
        for name, *words in commands(step):
            if words == ["check"]:
                do_what_the_rules_say(copy)
            said += run({"notes": "backend_notes.cli"}.get(name, name), *words)
    assert f"wrote {FOLDER}/exhausted.out" in said
    assert "The content rules find nothing." in said
    html = (copy.root / "site/core-concepts/iterators/index.html").read_text("utf-8")
    assert "order B-07" in html
    assert "To do" not in html


def test_a_typo(copy: Project, run: Callable[..., str]) -> None:
    page = copy.docs / "core-concepts" / "decorators.md"
    text = page.read_text("utf-8")
    assert text.count("Most mistakes with decorators") == 1
    page.write_text(
        text.replace("Most mistakes with decorators", "Most errors with decorators"), "utf-8"
    )
    run("backend_notes.cli", "check")
