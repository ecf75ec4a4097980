"""A warm Python process that forks one child per program.

Started by `runner.py` as `python -m backend_notes.snippets.zygote FOLDER`. A fork costs a tenth of
a fresh interpreter and isolates as well: logging set-up, context variables, event loops, threads
and the environment of a program end with its child. The zygote has imported the libraries that
snippets use and nothing else; it has no thread, so that forking is safe.

Protocol: one JSON request per line on standard input, one JSON answer per line on standard output.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import inspect
import io
import os
import re
import shutil
import signal
import sys
import time
from json import dumps, loads  # by name: a program may replace what the module holds
from pathlib import Path
from typing import Any, NoReturn, TextIO

# What most snippets import; a missing one is the program's business, not ours.
PRELOAD = (
    "asyncio",
    "fastapi",
    "fastapi.testclient",
    "httpx2",
    "pydantic_settings",
    "sqlalchemy.ext.asyncio",
    "structlog",
    "pytest_examples.run_code",
    "uvicorn",
)


def main() -> None:
    """Answer requests until standard input closes, then remove the folder that runs worked in."""
    for name in PRELOAD:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    inspect.stack()  # fills its cache of modules once; pytest-examples asks at every print
    gc.collect()
    gc.freeze()  # a child's collections then leave alone, and unshared, what it has inherited
    # The protocol keeps the real standard output; whatever a library prints goes nowhere.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    for line in sys.stdin:
        request = loads(line)
        answers.write(dumps(_serve(request)) + "\n")
        answers.flush()
    shutil.rmtree(sys.argv[1], ignore_errors=True)


def _serve(request: dict[str, Any]) -> dict[str, Any]:
    """Fork a child for one program and wait for it."""
    pid = os.fork()
    if pid == 0:
        _child(request)
    deadline = time.monotonic() + request["timeout"]
    parent = os.getppid()
    pause = 0.001
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() > deadline or os.getppid() != parent:
            _kill_group(pid)
            os.waitpid(pid, 0)
            return {"exit": None}
        time.sleep(pause)
        pause = min(pause * 1.5, 0.005)
    _kill_group(pid)  # whatever the program left running
    return {"exit": os.waitstatus_to_exitcode(status)}


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _child(request: dict[str, Any]) -> NoReturn:
    """Become the program."""
    os.setsid()
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    output = os.open(request["output"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (output, 1), (output, 2)):
        os.dup2(source, target)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - the program's own
    sys.stdout = _stream(1)
    sys.stderr = _stream(2)
    path = Path(request["program"])
    sys.argv = [str(path)]
    sys.path.insert(0, str(path.parent))
    sys.dont_write_bytecode = True
    code = 1
    try:
        code = _run_prints(path, request) if request["prints"] else _run_program(path)
    finally:
        _leave(code)


def _stream(descriptor: int) -> TextIO:
    raw = io.FileIO(descriptor, "w", closefd=False)
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", line_buffering=True)


def _run_program(path: Path) -> int:
    """Run a file as `python file.py` does; the exit code."""
    import types

    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=str(path), __builtins__=__builtins__)
    sys.modules["__main__"] = module
    try:
        exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)
    except SystemExit as exit_:
        if exit_.code is None or isinstance(exit_.code, int):
            return exit_.code or 0
        print(exit_.code, file=sys.stderr)
        return 1
    except BaseException as error:
        _report(error)
        return 1
    return 0


def _report(error: BaseException) -> None:
    """Print the traceback that `python file.py` would print: without our own frame."""
    if error.__traceback__ is not None:
        error.__traceback__ = error.__traceback__.tb_next
    sys.excepthook(type(error), error, error.__traceback__)


def _run_prints(path: Path, request: dict[str, Any]) -> int:
    """Run a file under pytest-examples; its `#>` comments as they ought to be go to a file."""
    from pytest_examples import CodeExample
    from pytest_examples.config import ExamplesConfig
    from pytest_examples.run_code import run_code

    from backend_notes.snippets.output import normalise

    # pytest-examples recognises its own empty line only with the blank that formatters take away.
    source = re.sub(r"^( *#>)$", r"\1 ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    example = CodeExample.create(source, path=path)
    try:
        prints, _ = run_code(
            example=example,
            python_file=path,
            loader=None,
            config=ExamplesConfig(line_length=request["line_length"]),
            enable_print_mock=True,
            print_callback=lambda text: normalise(
                text, request["normalise"], request["paths"]
            ).removesuffix("\n"),
            include_print=None,
            module_globals=None,
            call=None,
        )
    except SystemExit as exit_:
        print(f"SystemExit: {exit_.code}", file=sys.stderr)
        return 1
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return 1
    statements = prints.print_statements()
    updated = prints.updated_print_statements(example) if statements else None
    result = {"source": updated or example.source, "printed": len(statements)}
    Path(request["updated"]).write_text(dumps(result), encoding="utf-8")
    return 0


def _leave(code: int) -> NoReturn:
    """What the interpreter does at exit, then away without the zygote's own clean-up."""
    import atexit
    import threading

    with contextlib.suppress(BaseException):
        threading._shutdown()  # type: ignore[attr-defined]  # waits for non-daemon threads
    with contextlib.suppress(BaseException):
        atexit._run_exitfuncs()
    with contextlib.suppress(BaseException):
        gc.collect()  # "Task exception was never retrieved" and the like
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):
            stream.flush()
    os._exit(code % 256)


if __name__ == "__main__":
    main()
