"""The flaws left in on purpose: each shows today, and its patch cures it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from backend_notes.project import Project, find_project

HERE = Path(__file__).parent
PACKAGE = find_project(HERE).snippets / "picking_engine"
FLAWS: list[dict[str, str]] = tomllib.loads((PACKAGE / "flaws.toml").read_text())["flaw"]
SETTINGS = {"postgres": "DATABASE_URL", "redis": "REDIS_URL", "rabbitmq": "AMQP_URL"}

flaws = pytest.mark.parametrize("flaw", FLAWS, ids=lambda flaw: flaw["id"])


def script(flaw: dict[str, str]) -> Path:
    return HERE / "flaws" / f"{flaw['id'].replace('-', '_')}.py"


def load(flaw: dict[str, str]) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"flaw_{flaw['id']}", script(flaw))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def lend(share: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put the addresses of a fresh share of some servers in the environment."""

    def lend(needs: tuple[str, ...]) -> None:
        for name in needs:
            monkeypatch.setenv(SETTINGS[name], share(name))

    return lend


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A repository with nothing but a copy of the service."""
    hidden = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "snippets/picking_engine", ignore=hidden)
    return tmp_path


def apply(flaw: dict[str, str], root: Path) -> None:
    patch = PACKAGE / flaw["patch"]
    done = subprocess.run(
        ["git", "apply", "-v", str(patch)],
        cwd=root,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(root.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and "Skipped" not in done.stderr, done.stderr


CURED = """
import {module} as flaw
flaw.is_cured()
try:
    flaw.shows()
except AssertionError:
    raise SystemExit
raise SystemExit("the flaw still shows")
"""


@flaws
def test_the_flaw_shows_today(flaw: dict[str, str], lend: Callable[..., None]) -> None:
    module = load(flaw)
    lend(module.NEEDS)
    module.shows()


@flaws
def test_the_cure_is_missing_today(flaw: dict[str, str], lend: Callable[..., None]) -> None:
    module = load(flaw)
    lend(module.NEEDS)
    with pytest.raises(AssertionError):
        module.is_cured()


@flaws
def test_the_patch_cures_it(flaw: dict[str, str], copy: Path, lend: Callable[..., None]) -> None:
    apply(flaw, copy)
    lend(load(flaw).NEEDS)
    path = os.pathsep.join(map(str, (copy / "snippets", HERE, script(flaw).parent)))
    done = subprocess.run(
        [sys.executable, "-c", CURED.format(module=script(flaw).stem)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_patches_fit_together_and_leave_clean_code(copy: Path, project: Project) -> None:
    for flaw in FLAWS:
        apply(flaw, copy)
    (copy / "pyproject.toml").write_text((project.root / "pyproject.toml").read_text())
    tools = Path(sys.executable).parent
    package = str(copy / "snippets/picking_engine")
    for command in (["ruff", "check"], ["ruff", "format", "--check"]):
        done = subprocess.run(
            [tools / command[0], *command[1:], "--no-cache", package],
            cwd=copy, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


@flaws
def test_the_list_points_at_the_place(flaw: dict[str, Any]) -> None:
    source = (PACKAGE / flaw["file"]).read_text()
    assert re.search(rf"(def|class) {flaw['name']}\b", source), f"{flaw['name']} moved"


def test_the_list_is_complete() -> None:
    assert all((PACKAGE / flaw["patch"]).is_file() for flaw in FLAWS)
    assert {script(flaw) for flaw in FLAWS} == set((HERE / "flaws").glob("*.py"))
    assert len(FLAWS) == 6
