"""Run programs one after another in one interpreter, each as if it were alone.

The worker calls `start` once, then `run`; `serve` answers for the application that a run left.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import linecache
import os
import re
import sys
import time
import types
from collections.abc import Mapping
from contextvars import Context
from pathlib import Path
from typing import Any

from backend_notes.browser import limits, patches
from backend_notes.browser.event_loop import forget_loops, use_loops
from backend_notes.browser.folder import Folder
from backend_notes.browser.page import page, sleep
from backend_notes.browser.server import Server, describe
from backend_notes.browser.state import HOME, Baseline, fresh_folder
from backend_notes.browser.streams import Output, OutputCutError, open_stream

_IMPORTED = re.compile(r"^(?:from|import) ([\w.]+)", re.MULTILINE)
ROOT = "/srv/snippets"
CUT = "The output goes on: what is shown here is its beginning, and the program was ended."
_PATHS = {ROOT: "snippets", HOME: "/tmp/run", "/lib/python3.14": "..."}


class Session:
    """The interpreter between programs."""

    def __init__(self) -> None:
        self.server: Server | None = None
        self.output = Output(_PATHS)
        self.baseline: Baseline | None = None
        self.folder = Folder(ROOT)

    def start(self) -> None:
        """Prepare the interpreter: once."""
        vars(time)["sleep"] = sleep
        sys.dont_write_bytecode = True
        sys.excepthook = sys.__excepthook__
        use_loops()
        limits.install_limits()
        patches.install()
        fresh_folder()
        self.baseline = Baseline()
        page.before_sleep = lambda: self.output.flush()
        gc.freeze()  # collections look at none of this again

    def prepare(self) -> None:
        """Forget the last program, and the application that it left."""
        assert self.baseline is not None, "start() comes first"
        self.close()
        self.baseline.restore((ROOT, HOME))

    def run(self, program: str, files: Mapping[str, str], env: Mapping[str, str]) -> dict[str, Any]:
        """Run a program as `python program.py` does.

        Args:
            program: its path below snippets/.
            files: texts of its folder's files, its own among them, by path below snippets/.
            env: variables added to the environment.

        Returns:
            `outcome`, `message`, and `app` where it left an application.
        """
        self.prepare()
        _load_libraries(files[program], {Path(name).stem for name in files})
        path = self._write(program, files, env)
        module = types.ModuleType("__main__")
        module.__dict__.update(__file__=str(path), __builtins__=__builtins__)
        sys.modules["__main__"] = module
        context = Context()
        outcome, error = context.run(self._run, path, module)
        with contextlib.suppress(OutputCutError):
            context.run(self._leave)
        self.output.flush()
        result: dict[str, Any] = {"outcome": outcome, "message": ""}
        if self.output.cut:
            return {"outcome": "cut", "message": CUT}
        if outcome == "error":
            own = {part for name in files for part in Path(name).with_suffix("").parts}
            message = limits.sentence_of(error, lambda name: name in own)
            if isinstance(error, SystemExit) and not message:
                message = f"The program ended with exit code {_code(error)}."
            result["message"] = message
        if outcome == "ok" and (app := module.__dict__.get("app")) is not None:
            described = context.run(describe, app)
            if described is not None:
                self.server = Server(app, context)
                result["app"] = described
        return result

    def serve(
        self, method: str, url: str, headers: list[list[str]], body: str
    ) -> dict[str, Any] | None:
        """Send a request to the application.

        Returns:
            See `Server.request`; `failed` in its place where no answer can come; None where there
            is no application.
        """
        if self.server is None:
            return None
        self.output.start_again()
        try:
            return self.server.request(method, url, headers, body)
        except OutputCutError:
            self.close()
            return {"failed": CUT}
        except RuntimeError as error:  # nothing can wake it
            return {"failed": f"No answer: {error}."}
        finally:
            self.output.flush()

    def finish(self) -> None:
        """Let what runs after a response end: background tasks."""
        if self.server is not None:
            with contextlib.suppress(OutputCutError):
                self.server.finish()
            self.output.flush()

    def close(self) -> None:
        """End the application that the last run left."""
        if self.server is not None:
            self.output.ended = True
            with contextlib.suppress(BaseException):
                self.server.close()
            self.server = None
        self.output.ended = True
        forget_loops()

    def _write(self, program: str, files: Mapping[str, str], env: Mapping[str, str]) -> Path:
        self.folder.hold(files)
        path = Path(ROOT, program)
        linecache.clearcache()
        os.environ.update(env)
        sys.argv = [str(path)]
        sys.path.insert(0, str(path.parent))
        self.output = Output(_PATHS)
        self._open_streams()
        return path

    def _open_streams(self) -> None:
        sys.stdin = io.StringIO()
        sys.stdout = sys.__stdout__ = open_stream(self.output, "stdout")  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = open_stream(self.output, "stderr")  # type: ignore[misc]

    def _run(self, path: Path, module: types.ModuleType) -> tuple[str, BaseException | None]:
        try:
            code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
            exec(code, module.__dict__)
        except SystemExit as end:
            if end.code is None or end.code == 0:
                return "ok", None
            if not isinstance(end.code, int):
                print(end.code, file=sys.stderr)
            return "error", end
        except OutputCutError:
            return "cut", None
        except BaseException as error:
            with contextlib.suppress(OutputCutError):
                _report(error)
            return "error", error
        return "ok", None

    def _leave(self) -> None:
        """What the interpreter does at exit."""
        with contextlib.suppress(Exception):
            atexit._run_exitfuncs()
        gc.collect()  # "Task exception was never retrieved" and the like
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(ValueError):
                stream.flush()


def _load_libraries(source: str, own: set[str]) -> None:
    """Import the libraries of a program ahead of it, and keep the collector out of them for good.

    Collections while the program runs, and the one at its end, then look at its own objects only:
    that makes the difference between some hundred milliseconds and a few.
    """
    wanted = [
        name
        for name in _IMPORTED.findall(source)
        if name.partition(".")[0] not in own and name not in sys.modules
    ]
    if not wanted:
        return
    gc.collect()  # what the last program left, so that nothing of it is kept
    gc.disable()
    with patches.annotations_read_later():
        for name in wanted:
            with contextlib.suppress(BaseException):
                __import__(name)
    gc.freeze()
    gc.enable()


def _code(end: SystemExit) -> int:
    return end.code if isinstance(end.code, int) else 1


def _report(error: BaseException) -> None:
    """Print the traceback that `python file.py` would print: without our own frame."""
    if error.__traceback__ is not None:
        error.__traceback__ = error.__traceback__.tb_next
    sys.excepthook(type(error), error, error.__traceback__)


session = Session()
