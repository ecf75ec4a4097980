"""Which files of the npm package Mermaid the site serves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

# The kinds of diagram that pages may use, and what lays them out. All kinds together are 5 MB in
# two hundred files; these are 1 MB in thirty, and a browser fetches only what one diagram needs.
_KINDS = (
    "flowDiagram",
    "sequenceDiagram",
    "stateDiagram",
    "classDiagram",
    "erDiagram",
    "dagre",
)
_CHUNKS = "chunks/mermaid.esm.min"
_STATIC = re.compile(r'(?:from|import)\s*"\.[/\w.]*?/(?P<name>[\w-]+\.mjs)"')
_DYNAMIC = re.compile(r'import\(\s*"\.[/\w.]*?/(?P<name>[\w-]+\.mjs)"\s*\)')


def mermaid_files(package: Path) -> Iterator[tuple[str, Path]]:
    """The entry and every module that it needs, as (path below the entry's folder, file).

    Args:
        package: the folder of the npm package.
    """
    dist = package / "dist"
    entry = dist / "mermaid.esm.min.mjs"
    yield entry.name, entry
    found, queue = set[str](), [entry]
    while queue:
        for name in _needs(queue.pop()) - found:
            found.add(name)
            queue.append(dist / _CHUNKS / name)
            yield f"{_CHUNKS}/{name}", dist / _CHUNKS / name


def _needs(module: Path) -> set[str]:
    text = module.read_text("utf-8")
    always = {match["name"] for match in _STATIC.finditer(text)}
    later = {match["name"] for match in _DYNAMIC.finditer(text)}
    return always | {name for name in later if name.startswith(_KINDS)}
