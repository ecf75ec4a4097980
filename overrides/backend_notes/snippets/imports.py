"""What a program imports, the files beside it included; nothing is run."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

_NAMED = r"[\w.]+(?:[ \t]+as[ \t]+\w+)?"
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<source>[\w.]+)[ \t]+import\b"
    rf"|import[ \t]+(?P<names>{_NAMED}(?:[ \t]*,[ \t]*{_NAMED})*))",
    re.MULTILINE,
)
_STANDARD = sys.stdlib_module_names


def imports_of(program: Path) -> tuple[set[str], str]:
    """Names of the modules that a program imports, and its text, with the files beside it.

    The names of those files are not among them.
    """
    found: set[str] = set()
    texts: list[str] = []
    queue, seen = [program], {program}
    while queue:
        texts.append(queue.pop().read_text("utf-8"))
        for module in _imported(texts[-1]):
            siblings = [] if module in _STANDARD else _beside(program.parent, module)
            if not siblings:
                found.add(module)
            queue += [path for path in siblings if path not in seen]
            seen.update(siblings)
    return found, "\n".join(texts)


def _imported(text: str) -> Iterator[str]:
    for match in _IMPORT.finditer(text):
        names = [match["source"]] if match["source"] else match["names"].split(",")
        for name in names:
            if top := name.split()[0].split(".")[0]:
                yield top


def _beside(folder: Path, module: str) -> list[Path]:
    file, package = folder / f"{module}.py", folder / module
    if file.is_file():
        return [file]
    return sorted(package.rglob("*.py")) if package.is_dir() else []
