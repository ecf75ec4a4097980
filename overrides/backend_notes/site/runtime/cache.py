"""Where downloads and compiled archives are kept: outside the checkout, shared by all of them."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


class RuntimeUnavailableError(Exception):
    """Programs cannot run in the page of this build; the message is one line for people."""


def cache_folder() -> Path:
    """`$NOTES_CACHE`, or `python-backend-notes` where this system keeps caches."""
    named = os.environ.get("NOTES_CACHE")
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(named) if named else caches / "python-backend-notes"


def digest_of(parts: Iterable[bytes]) -> str:
    """Twelve hexadecimal digits that change when one of the parts does."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.hexdigest()[:12]


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder to fill, which then takes the place of `target` in one step.

    Where another process was first its folder stays.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{target.name}.", dir=target.parent))
    try:
        yield folder
        try:
            folder.rename(target)
        except OSError:
            if not target.is_dir():
                raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
