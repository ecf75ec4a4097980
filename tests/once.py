"""Work that all workers of one run share."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once_a_run(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str | None]
) -> Path:
    """Let one worker make something; the others wait for it.

    Args:
        factory: pytest's folders.
        name: a name for the folder, unique in the run.
        make: fills the folder, and says what went wrong, None where nothing did.

    Returns:
        The folder.

    Raises:
        pytest.fail.Exception: it could not be made, here or in another worker.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    problem = folder / "problem"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not problem.exists():
            problem.write_text("it ended with an exception in another worker or test")
            problem.write_text(make(folder) or "")
    if said := problem.read_text():
        pytest.fail(f"{name}: {said}", pytrace=False)
    return folder
