"""Run a Python program in isolation and collect what it printed."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from backend_notes.project import Project
from backend_notes.snippets.output import normalise
from backend_notes.snippets.process import clean_environment, run_session
from backend_notes.snippets.tools import find_tool

LINE_LENGTH = 88  # snippets/.ruff.toml


@dataclass(frozen=True)
class Run:
    """How a program ended.

    Attributes:
        output: standard output and standard error as a terminal shows them, normalised.
        exit_code: None where it had to be stopped because its time was up.
        updated: with `prints`, the program's text with its `#>` comments as they ought to be.
        printed: with `prints`, how many times the program printed.
    """

    output: str
    exit_code: int | None
    updated: str = ""
    printed: int = 0


class Zygote:
    """The warm process: started at the first program, and again if it died.

    The folder that programs work in is removed by the warm process itself, which notices even when
    this process is killed: its standard input closes.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._folder = Path()

    def _start(self) -> subprocess.Popen[str]:
        self._folder = Path(tempfile.mkdtemp(prefix="notes-runs-")).resolve()
        return subprocess.Popen(
            [sys.executable, "-m", "backend_notes.snippets.zygote", str(self._folder)],
            env=clean_environment(self._folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def folder(self) -> Path:
        """Where programs work; starts the warm process if need be."""
        if self._process is None or self._process.poll() is not None:
            self._process = self._start()
        return self._folder

    def ask(self, request: dict[str, object]) -> int | None:
        """Run a program in a fork of the warm process; its exit code, None at a time-out."""
        assert self._process is not None, "folder() comes first"
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the process that runs {request['program']} died; try again")
        code: int | None = json.loads(answer)["exit"]
        return code

    def close(self) -> None:
        """End the warm process, and with it the folder."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait()
            self._process = None


_zygote = Zygote()
atexit.register(_zygote.close)


@contextmanager
def work_folder() -> Iterator[Path]:
    """An empty temporary folder, gone afterwards."""
    folder = Path(tempfile.mkdtemp(dir=_zygote.folder()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shown_paths(project: Project, folder: Path) -> dict[str, str]:
    """What a reader sees instead of this machine's folders."""
    return {
        str(project.snippets): "snippets",
        str(folder): "/tmp/run",
        str(Path(sys.prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"): "...",
    }


def run_program(
    project: Project,
    program: Path,
    *,
    env: Mapping[str, str],
    rules: tuple[str, ...] = (),
    timeout: float = 60.0,
    prints: bool = False,
    interpreter: Path | None = None,
) -> Run:
    """Run a program in an empty folder with an environment of its own.

    Args:
        project: whose program it is.
        program: the file.
        env: variables added to the clean environment.
        rules: normalisation rules, see `output.py`.
        timeout: seconds until it is stopped.
        prints: compute the `#>` comments with pytest-examples.
        interpreter: run it in a fresh process of this Python instead of a fork of the warm one.
    """
    with work_folder() as folder:
        cwd, output, updated = folder / "run", folder / "output", folder / "updated"
        cwd.mkdir()
        paths = shown_paths(project, cwd)
        full_env = clean_environment(cwd) | dict(env)
        if interpreter is not None:
            command: list[str | Path] = [interpreter, "-u", program]
            code = run_session(command, cwd=cwd, env=full_env, output=output, timeout=timeout)
        else:
            code = _zygote.ask(
                {
                    "program": str(program),
                    "cwd": str(cwd),
                    "env": full_env,
                    "output": str(output),
                    "updated": str(updated),
                    "prints": prints,
                    "line_length": LINE_LENGTH,
                    "normalise": list(rules),
                    "paths": paths,
                    "timeout": timeout,
                }
            )
        text = output.read_text(encoding="utf-8", errors="replace") if output.exists() else ""
        result = json.loads(updated.read_text(encoding="utf-8")) if updated.exists() else {}
        return Run(
            output=normalise(text, rules, paths),
            exit_code=code,
            updated=result.get("source", ""),
            printed=result.get("printed", 0),
        )


@cache
def find_interpreter(requires: str) -> Path | None:
    """A Python on this machine that satisfies a specifier such as `>=3.12`; never downloads one."""
    from packaging.specifiers import SpecifierSet

    own = ".".join(map(str, sys.version_info[:3]))
    if not requires or SpecifierSet(requires).contains(own):
        return Path(sys.executable)
    uv = find_tool("uv")
    if uv is None:
        return None
    found = subprocess.run(
        [uv, "python", "find", "--no-python-downloads", "--no-project", requires],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": _interpreter_path()},
    )
    return Path(found.stdout.strip()) if found.returncode == 0 else None


def _interpreter_path() -> str:
    """Where to look for Pythons: pyenv's shims fail for versions that are not active, so its
    versions stand in for them."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    folders = [
        folder
        for folder in os.environ.get("PATH", "").split(os.pathsep)
        if Path(folder) != pyenv / "shims"
    ]
    return os.pathsep.join([*folders, *map(str, sorted(pyenv.glob("versions/3.*/bin")))])
