"""Apply what libraries need to run in one thread and to start soon: when they are imported."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from backend_notes.browser import threads

_PATCHES: dict[str, Callable[[Any], None]] = {
    "anyio.from_thread": threads.patch_anyio_portals,
    "anyio._backends._asyncio": threads.patch_anyio_backend,
    "aiosqlite.core": threads.patch_aiosqlite,
}


@contextmanager
def _models_built_later() -> Iterator[None]:
    """Models that are declared meanwhile get their validators when they are first used.

    Those of FastAPI itself describe every part of OpenAPI: building them takes a third of its
    import, and only the documentation needs them.
    """
    from pydantic import BaseModel

    usual = BaseModel.model_config
    BaseModel.model_config = {**usual, "defer_build": True}
    try:
        yield
    finally:
        BaseModel.model_config = usual


_AROUND: dict[str, Callable[[], AbstractContextManager[None]]] = {"fastapi": _models_built_later}


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
        self.waiting = {*_PATCHES, *_AROUND}

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The usual specification, whose loader patches the module after it ran."""
        if name not in self.waiting:
            return None
        self.waiting.remove(name)
        patch, around = _PATCHES.get(name), _AROUND.get(name, nullcontext)
        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            return None
        execute = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            if module.__name__ != name:  # an archive has one loader for all its modules
                execute(module)
                return
            with around():
                execute(module)
            if patch:
                patch(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def install() -> None:
    """Patch what is loaded, and what will be."""
    threads.patch_futures()
    name = "concurrent.interpreters"
    sys.modules.setdefault(name, _Interpreters(name))
    sys.meta_path.insert(0, _Finder())
