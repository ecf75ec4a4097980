"""Addresses that moved: redirects.yaml, and the pages that send their readers on."""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml

from backend_notes.content.front_matter import Loader, yaml_mistake
from backend_notes.project import Project

FILE = "redirects.yaml"

_PAGE = """\
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Moved</title>
    <meta name="robots" content="noindex">
    {canonical}<script>
      location.replace("{href}" + location.search + ({anchor} || location.hash));
    </script>
    <noscript><meta http-equiv="refresh" content="0; url={href}{hash}"></noscript>
  </head>
  <body><p>This page has moved: <a href="{href}{hash}">go to its new address</a>.</p></body>
</html>
"""


@dataclass(frozen=True)
class Redirect:
    """A page that moved or went.

    Attributes:
        line: in redirects.yaml, counted from 1.
        source: where the page was, below docs/.
        target: the page that takes its readers, below docs/.
        anchor: the place in that page; empty where there is none.
    """

    line: int
    source: str
    target: str
    anchor: str = ""


def read_redirects(project: Project) -> tuple[list[Redirect], list[tuple[int, str]]]:
    """Every redirect, and the mistakes that make the file unusable, as (line, message)."""
    path = project.root / FILE
    if not path.is_file():
        return [], []
    try:
        node = Loader(path.read_text("utf-8")).get_single_node()
    except UnicodeDecodeError as error:
        return [], [(1, f"{FILE} is not UTF-8: {error.reason}")]
    except (yaml.YAMLError, ValueError) as error:
        return [], [yaml_mistake(error, FILE)]
    if node is None:
        return [], []
    if not isinstance(node, yaml.MappingNode):
        return [], [(node.start_mark.line + 1, f"{FILE} is not a list of `old.md: new.md` lines")]
    found = [_redirect(key, value) for key, value in node.value]
    return [entry for entry in found if isinstance(entry, Redirect)], [
        entry for entry in found if isinstance(entry, tuple)
    ]


def _redirect(key: Any, value: Any) -> Redirect | tuple[int, str]:
    line = key.start_mark.line + 1
    source, target = str(key.value), str(value.value)
    page, _, anchor = target.partition("#")
    if not (source.endswith(".md") and page.endswith(".md")):
        return line, f"`{source}: {target}` does not name two pages below docs/, with `.md`"
    return Redirect(line, source, page, anchor)


def address_of(page: str) -> str:
    """The address of a page of docs/: `a/b.md` is at `a/b/`, `a/index.md` at `a/`."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, name if name != "index" else "") if part]
    return "".join(f"{part}/" for part in parts)


def write_redirects(redirects: list[Redirect], site: Path, canonical_root: str) -> list[str]:
    """Write the page of each redirect into a built site; gives back their addresses.

    Args:
        redirects: what moved. An address that the site has a page for stays that page's.
        site: the folder of the built site.
        canonical_root: where the latest version stands.
    """
    written = []
    for redirect in redirects:
        address = address_of(redirect.source)
        place = site / address / "index.html"
        if place.exists():
            continue
        target = address_of(redirect.target)
        href = os.path.relpath(target or ".", address or ".") + "/"
        place.parent.mkdir(parents=True, exist_ok=True)
        canonical = f"{canonical_root}{target}"
        place.write_text(moved_page(href, redirect.anchor, canonical), "utf-8")
        written.append(address)
    return written


def moved_page(href: str, anchor: str = "", canonical: str = "") -> str:
    """A page that sends its readers on, with what they look for behind `?` and `#`."""
    fragment = f"#{anchor}" if anchor else ""
    link = f'<link rel="canonical" href="{escape(canonical)}">\n    ' if canonical else ""
    return _PAGE.format(
        href=escape(href), hash=escape(fragment), canonical=link, anchor=f'"{escape(fragment)}"'
    )
