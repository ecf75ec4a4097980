"""A built site for hosts that show files and no folders, as GitLab shows a job's artifacts."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

_LINK = re.compile(r'(?P<before><a\b[^>]*?\shref=)(?P<quote>"?)(?P<target>[^"\s>]*)(?P=quote)')
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def make_browsable(site: Path) -> None:
    """Let every link of a built site name the file that it leads to, search results included."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(_LINK.sub(partial(_named, page), text), "utf-8")
    index = site / "search" / "search_index.json"
    if index.is_file():
        found = json.loads(index.read_text("utf-8"))
        for entry in found["docs"]:
            entry["location"] = _with_file(entry["location"])
        index.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _named(page: Path, match: re.Match[str]) -> str:
    target = match["target"]
    path = re.split("[?#]", target)[0]
    if not path or _OUTSIDE.match(target) or not (page.parent / path / "index.html").is_file():
        return match[0]
    return f"{match['before']}{match['quote']}{_with_file(target)}{match['quote']}"


def _with_file(location: str) -> str:
    path, *rest = re.split(r"(?=[?#])", location, maxsplit=1)
    return f"{path.rstrip('/') + '/' if path else ''}index.html{''.join(rest)}"
