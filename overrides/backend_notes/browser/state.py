"""What a program may change in the interpreter, and how it was before."""

from __future__ import annotations

import asyncio
import builtins
import gc
import json
import logging
import os
import random
import shutil
import signal
import sys
import time
import warnings
import zipimport
from operator import is_
from pathlib import Path
from types import ModuleType
from typing import Any

HOME = "/tmp/run"
ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": HOME,
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "NO_COLOR": "1",
}


# Programs show what happens when something in these is replaced.
_WATCHED: tuple[ModuleType, ...] = (asyncio, builtins, json, logging, os, random, time, warnings)
_BOOKKEEPING = {"__warningregistry__"}
_MISSING = object()


class Baseline:
    """The interpreter as a new process has it, libraries that stay loaded aside."""

    def __init__(self) -> None:
        self.modules = [(module, dict(vars(module))) for module in _WATCHED]
        self.path = list(sys.path)
        self.hooks = (sys.excepthook, sys.unraisablehook, sys.displayhook, sys.breakpointhook)
        self.recursion = sys.getrecursionlimit()
        self.filters = list(warnings.filters)
        self.levels = (dict(logging._levelToName), dict(logging._nameToLevel))
        self.record_factory = logging.getLogRecordFactory()
        self.logger_class = logging.getLoggerClass()
        self.gc = gc.get_threshold()
        self.meta_path = list(sys.meta_path)

    def restore(self, own: tuple[str, ...]) -> None:
        """Undo what the last program did.

        Args:
            own: folders whose modules are the program's and are forgotten.
        """
        for module, names in self.modules:
            _restore_names(vars(module), names)
        sys.path[:] = self.path
        sys.meta_path[:] = self.meta_path
        sys.excepthook, sys.unraisablehook, sys.displayhook, sys.breakpointhook = self.hooks
        sys.setrecursionlimit(self.recursion)
        sys.settrace(None)
        sys.setprofile(None)
        warnings.filters[:] = self.filters  # type: ignore[index]
        warnings._filters_mutated()  # type: ignore[attr-defined]
        gc.set_threshold(*self.gc)
        gc.enable()
        random.seed()
        _forget_modules(own)
        self._restore_logging()
        _restore_structlog()
        _restore_signals()
        fresh_folder()

    def _restore_logging(self) -> None:
        logging.captureWarnings(False)
        logging.disable(logging.NOTSET)
        names, numbers = self.levels
        _restore_dict(logging._levelToName, names)
        _restore_dict(logging._nameToLevel, numbers)
        logging.setLogRecordFactory(self.record_factory)
        logging.setLoggerClass(self.logger_class)
        _reset_logger(logging.root, logging.WARNING)
        for name, logger in list(logging.root.manager.loggerDict.items()):
            library = name.partition(".")[0] in sys.modules
            if isinstance(logger, logging.Logger):
                _reset_logger(logger, logging.NOTSET, keep=logging.NullHandler if library else ())
            if not library:
                del logging.root.manager.loggerDict[name]
        logging.root.manager._clear_cache()  # type: ignore[attr-defined]


def _restore_names(target: dict[str, Any], source: dict[str, Any]) -> None:
    if list(target) == list(source) and all(map(is_, target.values(), source.values())):
        return
    for name, value in source.items():
        if target.get(name, _MISSING) is not value:
            target[name] = value
    for name in target.keys() - source.keys():
        if name not in _BOOKKEEPING and not isinstance(target[name], ModuleType):
            del target[name]


def _restore_dict(target: dict[Any, Any], source: dict[Any, Any]) -> None:
    if target != source:
        target.clear()
        target.update(source)


def _reset_logger(logger: logging.Logger, level: int, keep: type | tuple[()] = ()) -> None:
    for handler in list(logger.handlers):
        if not isinstance(handler, keep):
            logger.removeHandler(handler)
            handler.close()
    logger.filters.clear()
    logger.setLevel(level)
    logger.propagate = True
    logger.disabled = False


def _restore_structlog() -> None:
    if structlog := sys.modules.get("structlog"):
        structlog.reset_defaults()


def _restore_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_DFL:
            signal.signal(number, signal.SIG_DFL)


def _forget_modules(own: tuple[str, ...]) -> None:
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or next(iter(getattr(module, "__path__", ())), "/")
        if name == "__main__" or _is_below(own, str(file)):
            del sys.modules[name]
    caches: tuple[dict[str, Any], ...] = (
        sys.path_importer_cache,
        zipimport._zip_directory_cache,  # type: ignore[attr-defined]
    )
    for cache in caches:
        for path in [path for path in cache if _is_below(own, path)]:
            del cache[path]


def _is_below(folders: tuple[str, ...], path: str) -> bool:
    """Programs start in HOME: what they name by a relative path is theirs."""
    return path.startswith(folders) or not path.startswith("/")


def fresh_folder() -> None:
    """An empty current folder, and the environment of every program."""
    os.chdir("/")
    shutil.rmtree(HOME, ignore_errors=True)
    Path(HOME).mkdir(parents=True)
    os.chdir(HOME)
    os.environ.clear()
    os.environ.update(ENVIRONMENT)
    if hasattr(time, "tzset"):
        time.tzset()
