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


def _ask_only_loaded(shared: Any) -> None:
    """FastAPI asks of every annotation whether it comes from pydantic.v1, and imports that to ask.

    Where nobody has imported it, nothing comes from it.
    """
    for name in ("is_pydantic_v1_model_class", "is_pydantic_v1_model_instance"):
        ask: Callable[[Any], bool] = getattr(shared, name)
        setattr(shared, name, _if_loaded("pydantic.v1", ask))


def _if_loaded(module: str, ask: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: module in sys.modules and ask(value)


def _no_plugins(loader: Any) -> None:
    """Pydantic reads the records of all packages for plugins of its own: there are none here."""
    loader._plugins = {}


_PATCHES: dict[str, Callable[[Any], None]] = {
    "anyio.from_thread": threads.patch_anyio_portals,
    "anyio._backends._asyncio": threads.patch_anyio_backend,
    "aiosqlite.core": threads.patch_aiosqlite,
    "fastapi._compat.shared": _ask_only_loaded,
    "pydantic.plugin._loader": _no_plugins,
}


@contextmanager
def _models_built_later() -> Iterator[None]:
    """Models that are declared meanwhile get their validators when they are first used.

    Those of FastAPI itself describe every part of OpenAPI: building them takes a third of its
    import, and only the documentation needs them.
    """
    from pydantic import BaseModel

    usual, rebuild = BaseModel.model_config, BaseModel.__dict__["model_rebuild"]

    def rebuild_if_used(model: Any, /, **how: Any) -> bool | None:
        # FastAPI's own call, once all models are declared, names no option; a first use does.
        built: bool | None = rebuild.__get__(None, model)(**how) if how else None
        return built

    BaseModel.model_config = {**usual, "defer_build": True}
    BaseModel.model_rebuild = classmethod(rebuild_if_used)  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        BaseModel.model_config = usual
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]


_AROUND: dict[str, Callable[[], AbstractContextManager[None]]] = {"fastapi": _models_built_later}


@contextmanager
def annotations_read_later() -> Iterator[None]:
    """Annotations of libraries that are texts are compiled when somebody reads them.

    Python compiles them to find mistakes early. Pydantic's core has a thousand of them.
    """
    import typing

    from annotationlib import ForwardRef  # type: ignore[import-not-found] # new in Python 3.14

    names = vars(typing)
    usual = names["_make_forward_ref"]

    def make(code: str, *, parent_fwdref: Any = None, **known: Any) -> Any:
        if parent_fwdref is not None:
            return usual(code, parent_fwdref=parent_fwdref, **known)
        return ForwardRef(code, **known)

    names["_make_forward_ref"] = make
    try:
        yield
    finally:
        names["_make_forward_ref"] = usual


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
