"""Apply what libraries need to run in one thread, each right after it was first imported."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from backend_notes.browser import threads

_PATCHES: dict[str, Callable[[Any], None]] = {
    "anyio.from_thread": threads.patch_anyio_portals,
    "anyio._backends._asyncio": threads.patch_anyio_backend,
    "aiosqlite.core": threads.patch_aiosqlite,
}


class _Interpreters(ModuleType):
    """Stands in for a module of the standard library that anyio imports and the browser lacks."""

    class ExecutionFailed(Exception):  # noqa: N818 - the name that is stood in for
        """Never raised: there is one interpreter."""

    def create(self) -> None:
        """Refuse."""
        raise NotImplementedError("the browser has one interpreter")


class _Finder:
    """Finds the modules to patch, with the help of the finders after it."""

    def __init__(self) -> None:
        self.waiting = dict(_PATCHES)

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The usual specification, whose loader patches the module after it ran."""
        patch = self.waiting.pop(name, None)
        if patch is None:
            return None
        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            return None
        execute = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            execute(module)
            patch(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def install() -> None:
    """Patch what is loaded, and what will be."""
    threads.patch_futures()
    name = "concurrent.interpreters"
    sys.modules.setdefault(name, _Interpreters(name))
    sys.meta_path.insert(0, _Finder())
