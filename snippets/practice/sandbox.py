"""Run an answer so that it prints to us, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import io
import sys
import types
import warnings
from collections.abc import Iterator
from typing import Any

import virtual_time

MOST_PRINTED = 20_000


class PrintedTooMuch(BaseException):
    """Not an Exception, so that the answer does not catch it."""


class Output(io.StringIO):
    """Standard output with an end."""

    def write(self, text: str) -> int:
        """Take text in; raises PrintedTooMuch beyond the limit."""
        if self.tell() + len(text) > MOST_PRINTED:
            raise PrintedTooMuch
        return super().write(text)


def load(code: types.CodeType, name: str, **helpers: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    vars(module).update(helpers)
    sys.modules[name] = module
    exec(code, vars(module))
    return module


@contextlib.contextmanager
def sandbox() -> Iterator[Output]:
    """Collect what is printed, and put back what the answer or the tests replace."""
    output = Output()
    modules = {name: sys.modules.get(name) for name in ("answer", "tests")}
    with (
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(output),
        virtual_time.in_place_of_asyncio_run(),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            yield output
        finally:
            for name, module in modules.items():
                if module is None:
                    sys.modules.pop(name, None)
                else:
                    sys.modules[name] = module
