"""The files of a program's folder, written anew only where they differ."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class Folder:
    """A folder that holds exactly the files given, whatever a program did to them.

    Args:
        root: where it is.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.written: dict[str, tuple[str, int]] = {}

    def hold(self, files: Mapping[str, str]) -> None:
        """Write what is new or changed; delete what is not among the files.

        Args:
            files: texts by path below the root.
        """
        for folder, _, names in os.walk(self.root):
            for name in names:
                path = f"{folder}/{name}"
                if path[len(self.root) + 1 :] not in files:
                    os.unlink(path)  # noqa: PTH108 - called for every run
        for name, text in files.items():
            path = f"{self.root}/{name}"
            if self.written.get(name, ("", 0)) != (text, _changed(path)):
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                Path(path).write_text(text, "utf-8")
                self.written[name] = (text, _changed(path))


def _changed(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - called for every file and run
    except OSError:
        return -1
