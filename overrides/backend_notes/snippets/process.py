"""Run programs in processes of their own, and leave nothing of them behind."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from backend_notes.snippets.tools import find_tool

# What a reader who follows the page does not have: caches, recordings.
_NOT_COPIED = shutil.ignore_patterns("__pycache__", ".*_cache", "*.pyc", "*.out", "*.console")


def clean_environment(home: Path) -> dict[str, str]:
    """The environment of every program: the same on every machine."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"]),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_COLOR": "1",
    }


def copy_folder(source: Path, target: Path) -> Path:
    """Copy a snippet's folder to where a program may change it; the copy."""
    shutil.copytree(source, target, ignore=_NOT_COPIED)
    return target


def run_session(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    env: Mapping[str, str],
    output: Path,
    timeout: float,
) -> int | None:
    """Run a command in a session of its own; its exit code, None where its time was up.

    Standard output and standard error go to one file, as a terminal shows them. Whatever the
    command left running is killed: its process group, and every process that inherited `HOME`,
    which must therefore be a folder of this run alone.
    """
    with output.open("wb") as stream:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _kill_session(process.pid)
            process.wait()
            _kill_heirs(f"HOME={env['HOME']}")


def _kill_session(leader: int) -> None:
    """Kill a process that leads its session, and what it left running."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def _kill_heirs(variable: str) -> None:
    """Kill every process that has this variable in its environment (Linux only)."""
    for _ in range(10):  # one that was forking just now shows up in the next round
        found = list(_heirs(variable.encode()))
        for pid in found:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        if not found:
            return


def _heirs(variable: bytes) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            inherited = (folder / "environ").read_bytes().split(b"\0")
        except OSError:  # gone already, or someone else's
            continue
        if variable in inherited:
            yield int(folder.name)


def lint(tool: str, arguments: Sequence[str], path: Path) -> list[dict[str, Any]] | None:
    """What a linter says about a file, in its JSON format; None where it is not installed.

    Raises:
        RuntimeError: it answered with something else; the message is what it said.
    """
    program = find_tool(tool)
    if program is None:
        return None
    done = subprocess.run(
        [program, *arguments, path.name],
        cwd=path.parent,
        env=clean_environment(Path("/nonexistent")),  # nobody's own configuration
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    try:
        report: list[dict[str, Any]] = json.loads(done.stdout)
    except ValueError as error:
        raise RuntimeError(f"{tool}: {(done.stderr or done.stdout).strip()}") from error
    return report
