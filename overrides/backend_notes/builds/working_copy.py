"""The learner's code: whether it is sound, and what its functions return."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from backend_notes.builds.steps import MissingError
from backend_notes.project import Project

_PATIENCE = 30.0
_FRAME = re.compile(r'^  File ".*?picking_engine/(?P<file>[^"]+)", line (?P<line>\d+)', re.M)
_END = re.compile(r"^(?P<name>[A-Za-z_][\w.]*)(?:: (?P<message>.*))?$")
PACKAGE = "snippets/picking_engine"


def package_of(project: Project) -> Path:
    """The service's folder in the working copy."""
    return project.root / PACKAGE


def demand_sound_code(project: Project) -> None:
    """See that every module parses and that the application can be imported.

    Raises:
        MissingError: one does not, with file and line.
    """
    package = package_of(project)
    if not (package / "__init__.py").is_file():
        raise MissingError(f"{PACKAGE} is not there: change into a checkout of the notes.")
    for path in sorted(package.rglob("*.py")):
        try:
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        except SyntaxError as error:
            place = f"{project.relative(path)}:{error.lineno}"
            raise MissingError(ended(f"{place}: {error.msg}"), f"{place}.") from None
        except ValueError as error:
            raise MissingError(f"{project.relative(path)}: {error}.") from None
    call(project, "application")


def call(project: Project, task: str, **arguments: Any) -> Any:
    """Run one of the tasks of `child` on the learner's code, in a process of its own.

    Raises:
        MissingError: the code is not written yet, raises something, or does not end.
    """
    with tempfile.TemporaryDirectory(prefix="build-check-") as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "backend_notes.builds.child", str(answer), task]
        try:
            done = subprocess.run(
                [*command, json.dumps(arguments)],
                cwd=folder,
                env=os.environ | {"PYTHONPATH": str(project.snippets)},
                stdin=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise MissingError(f"It does not end within {_PATIENCE:g} seconds.") from None
        if answer.is_file():
            return json.loads(answer.read_text(encoding="utf-8"))
    raise _missing(done.stderr)


def _missing(complaint: str) -> MissingError:
    error, place = last_error(complaint)
    if error == "NotImplementedError":
        return MissingError("It is not written yet.", f"{place}; the docstring says what it does.")
    if not error:
        return MissingError("It ends the whole program instead of returning.")
    return MissingError(ended(f"{place}: {error}" if place else error), place and f"{place}.")


def ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def last_error(text: str) -> tuple[str, str]:
    """The last traceback in a text: the error, and the place in the learner's code.

    Both are empty where there is none; the place is, where the code has no part in it.
    """
    _, found, traceback = text.rpartition("Traceback (most recent call last):\n")
    if not found:
        return "", ""
    lines = [line for line in traceback.splitlines() if not line.startswith((" ", "\t"))]
    ends = (match for line in lines if (match := _END.match(line)))
    end = next(ends, None)
    frames = list(_FRAME.finditer(traceback))
    place = f"{PACKAGE}/{frames[-1]['file']}:{frames[-1]['line']}" if frames else ""
    if end is None:
        return "", place
    name = end["name"].rpartition(".")[2]
    return f"{name}: {end['message']}" if end["message"] else name, place
