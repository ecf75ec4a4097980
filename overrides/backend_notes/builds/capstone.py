"""The capstone: a change of the learner's own, its test and its description."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from backend_notes.builds.steps import Build, MissingError
from backend_notes.builds.working_copy import PACKAGE, call, package_of
from backend_notes.preview.changed import changed_files, default_base
from backend_notes.project import Project
from backend_notes.release.git import GitError, git
from backend_notes.services.lease import Services

TESTS = "tests/picking_engine"
DESCRIPTION = "MERGE_REQUEST.md"
PARTS = ("What was wrong", "What I did", "How I know", "What could go wrong")
_FEWEST_WORDS = 8
_PATIENCE = 120


def capstone(project: Project, services: Services) -> Generator[None]:
    """The capstone, against the commit that the learner's branch started from."""
    try:
        branch = default_base(project)
        base = git(project.root, "merge-base", branch, "HEAD")
        changed = [file for file in changed_files(project, base) if (project.root / file).is_file()]
    except GitError as error:
        raise MissingError(f"git cannot say what you changed: {error}.") from None
    with tempfile.TemporaryDirectory(prefix="build-check-") as folder:
        before = _export(project, base, Path(folder))
        code = [file for file in changed if _is_code(file)]
        if not code:
            raise MissingError(
                f"No file of {PACKAGE} differs from {branch}.",
                "commit on a branch of your own: the check compares it with the main one.",
            )
        yield
        if not (_new_in_api(before, project) or _cured(before, project, code, services)):
            raise MissingError(
                f"Changed is {', '.join(code)}; there is no new route, no new field in an answer,"
                " and every flaw that these files carry still shows.",
                f"{PACKAGE}/flaws.toml, if you want to cure one.",
            )
        yield
        env = {
            "DATABASE_URL": services.source("postgres").url,
            "REDIS_URL": services.source("redis").url,
        }
        tests = [file for file in changed if re.fullmatch(rf"{TESTS}/(\w+/)*test_\w+\.py", file)]
        if not tests:
            raise MissingError(f"No new or changed test in {TESTS}.", f"{TESTS}/test_api.py.")
        if failed := _run(tests, project, project, env):
            raise MissingError(failed, f"uv run pytest -n 0 {' '.join(tests)}")
        yield
        if not _run(tests, project, before, env):
            raise MissingError(
                "It passes without the change too, so it would not notice if the change broke.",
                tests[0] + ".",
            )
        yield
    _demand_description(project.root / DESCRIPTION)
    yield


def _is_code(file: str) -> bool:
    """Whether a file is the service's, and no exercise of another Build."""
    return file.startswith(f"{PACKAGE}/") and not file.startswith(f"{PACKAGE}/exercises/")


def _export(project: Project, base: str, folder: Path) -> Project:
    """The service as it was before the change."""
    try:
        git(project.root, "archive", f"--output={folder / 'before.tar'}", base, PACKAGE)
    except GitError:
        raise MissingError(f"{base[:12]} has no {PACKAGE} to compare with.") from None
    with tarfile.open(fileobj=io.BytesIO((folder / "before.tar").read_bytes())) as archive:
        archive.extractall(folder, filter="data")
    return Project(folder)


def _new_in_api(before: Project, after: Project) -> bool:
    """Whether a caller sees a new route, or a new field in an answer."""
    return bool(_described(call(after, "application")) - _described(call(before, "application")))


def _described(api: dict[str, Any]) -> set[str]:
    routes = {f"{method} {path}" for path, methods in api["paths"].items() for method in methods}
    schemas = api.get("components", {}).get("schemas", {})
    fields = {
        f"{schema}.{field}"
        for schema, details in schemas.items()
        for field in details.get("properties", {})
    }
    return routes | fields


def _cured(before: Project, after: Project, code: list[str], services: Services) -> bool:
    """Whether one of the known flaws in the changed files is gone."""
    flaws = tomllib.loads((package_of(before) / "flaws.toml").read_text(encoding="utf-8"))["flaw"]
    scripts = after.root / TESTS / "flaws"
    for flaw in flaws:
        script = scripts / f"{flaw['id'].replace('-', '_')}.py"
        if f"{PACKAGE}/{flaw['file']}" not in code or not script.is_file():
            continue
        run = f"import {script.stem} as flaw; flaw.is_cured()"
        paths = (after.snippets, after.root / TESTS, scripts)
        text = script.read_text(encoding="utf-8")
        needs = [name for name in ("postgres", "redis", "rabbitmq") if f'"{name}"' in text]
        with services.lease(needs) as env:
            if not _fails([sys.executable, "-c", run], after, paths, env):
                return True
    return False


def _run(tests: list[str], project: Project, code: Project, env: dict[str, str]) -> str:
    """Run the learner's tests on some code: the first complaint, or nothing."""
    options = ["-n", "0", "-q", "--tb=line", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, *tests]
    return _fails(command, project, (code.snippets,), env)


def _fails(
    command: list[str], project: Project, paths: tuple[Path, ...], env: dict[str, str]
) -> str:
    """Why a program fails, in one line; empty where it does not."""
    inherited = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    try:
        done = subprocess.run(
            command,
            cwd=project.root,
            env=inherited | env | {"PYTHONPATH": os.pathsep.join(map(str, paths))},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"It does not end within {_PATIENCE} seconds."
    return "" if done.returncode == 0 else next(_complaints(done.stdout), "It fails.")


def _complaints(output: str) -> Iterator[str]:
    for line in output.splitlines():
        if line.startswith(("FAILED ", "ERROR ")) or re.match(r"/.*:\d+: ", line):
            yield line.strip()


def _demand_description(file: Path) -> None:
    """See that each of the four parts is there and says something."""
    if not file.is_file():
        raise MissingError(f"{DESCRIPTION} is not there.", "the four parts on the session's page.")
    pieces = re.split(r"^#+[ \t]*(.*?)[ \t]*$", file.read_text(encoding="utf-8"), flags=re.M)
    found = {
        title.strip(" :.").lower(): text
        for title, text in zip(pieces[1::2], pieces[2::2], strict=True)
    }
    for part in PARTS:
        if part.lower() not in found:
            raise MissingError(f"{DESCRIPTION} has no heading `{part}`.", f"{DESCRIPTION}.")
        if len(found[part.lower()].split()) < _FEWEST_WORDS:
            raise MissingError(f"`{part}` says next to nothing.", f"{DESCRIPTION}.")


BUILD = Build(
    "one change, shipped",
    (
        f"Something in {PACKAGE} differs from the main branch.",
        "A caller sees a new route or a new field, or a flaw is cured.",
        f"A new or changed test in {TESTS} passes.",
        "That test fails on the service as it was.",
        f"{DESCRIPTION} has its four parts, and each says something.",
    ),
    capstone,
    "Run all tests of the service, `uv run pytest tests/picking_engine`, and ask for a review.",
)
