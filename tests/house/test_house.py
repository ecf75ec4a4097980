"""The repository keeps its own promises: style, types, size, and nothing that ties it to a host."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from backend_notes.project import Project

BIN = Path(sys.executable).parent

# Written with classes so that this file does not match itself.
REGISTRY = re.compile(
    r"pyp[i]\.org|python[h]osted|registry[.]npm|deb\.deb[i]an|ghcr\.io/astral-sh/uv@|"
    r"cdn[.]js|unp[k]g\.com|fonts\.g(?:oogleapis|static)"
)
MACHINE_PATH = re.compile(r"/(?:hom[e]/(?!dev/)\w+/|roo[t]/|wor[k]/main|tmp/bash_job[s])")
SPEECH = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|coming soo[n]|lorem ipsu[m]")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )


def files(project: Project) -> list[Path]:
    """Every text file that belongs to the repository."""
    listed = run(
        "git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=project.root
    ).stdout.splitlines()
    binary = {".woff2", ".png", ".ico"}
    return [
        path
        for name in listed
        if (path := project.root / name).is_file() and path.suffix not in binary
    ]


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--no-cache"),
        ("ruff", "format", "--check", "--no-cache"),
        ("mypy", "--no-error-summary"),
    ],
    ids=" ".join,
)
def test_the_python_code_is_clean(project: Project, command: tuple[str, ...]) -> None:
    result = run(BIN / command[0], *command[1:], cwd=project.root)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a registry's or a content network's host", REGISTRY),
        ("a path of one machine", MACHINE_PATH),
        ("something unfinished", SPEECH),
    ],
)
def test_no_file_holds(project: Project, what: str, pattern: re.Pattern[str]) -> None:
    found = [
        f"{project.relative(path)}:{number}: {match[0]}"
        for path in files(project)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (match := pattern.search(line))
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


def test_no_module_outgrows_three_hundred_lines(project: Project) -> None:
    long = {
        project.relative(path): lines
        for path in files(project)
        if path.suffix in {".py", ".mjs", ".css"}
        and (lines := path.read_text("utf-8").count("\n")) > 300
    }
    assert not long


def test_the_lock_file_holds_what_the_project_asks_for(project: Project) -> None:
    """Names, not versions: mirrors learn of a release at different hours."""
    export = run(
        *("uv", "export", "--quiet", "--frozen", "--no-emit-project", "--no-header"),
        *("--format", "requirements.txt"),
        cwd=project.root,
    )
    assert export.returncode == 0, export.stderr
    locked = pins((project.root / "requirements.lock").read_text())
    refresh = (
        "run `uv export --quiet --no-emit-project --no-header --format requirements.txt"
        " -o requirements.lock`"
    )
    assert sorted(locked) == sorted(pins(export.stdout)), refresh
    settings = tomllib.loads((project.root / "pyproject.toml").read_text())
    groups = settings["dependency-groups"].values()
    asked = [*settings["project"]["dependencies"], *(entry for group in groups for entry in group)]
    for requirement in (Requirement(entry) for entry in asked if isinstance(entry, str)):
        assert requirement.specifier.contains(locked[requirement.name]), refresh


def pins(lock: str) -> dict[str, str]:
    """The version of every package of a requirements file."""
    return dict(re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==([^ ;]+)", lock, re.MULTILINE))


@pytest.mark.parametrize(
    ("file", "options"),
    [
        (".gitlab-ci.yml", ("vendor.gitlab-ci", "--data-transform", "gitlab-ci")),
        ("compose.yaml", ("vendor.compose-spec",)),
    ],
)
def test_the_pipeline_and_the_services_are_valid(
    project: Project, file: str, options: tuple[str, ...]
) -> None:
    tool = BIN / "check-jsonschema"
    result = run(tool, "--builtin-schema", *options, file, cwd=project.root)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_pre_commit_hooks_are_valid(project: Project) -> None:
    result = run(BIN / "pre-commit", "validate-config", ".pre-commit-config.yaml", cwd=project.root)
    assert result.returncode == 0, result.stdout + result.stderr


def test_ci_runs_the_readmes_test_command(project: Project) -> None:
    script = (project.root / ".ci/run").read_text()
    readme = (project.root / "README.md").read_text()
    assert script.splitlines()[-1].startswith("uv run pytest || ")
    assert "export REQUIRE_SERVICES=1" in script
    assert "\nuv run pytest" in readme
    assert "bash .ci/run" in (project.root / ".gitlab-ci.yml").read_text()
