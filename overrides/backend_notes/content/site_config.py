"""What the rules need of mkdocs.yml: the reading order, and where the site will stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from pathspec import PathSpec

from backend_notes.content.front_matter import Loader, yaml_mistake
from backend_notes.project import Project


@dataclass(frozen=True)
class NavEntry:
    """A page in the reading order: its path below docs/ and its line in mkdocs.yml."""

    line: int
    path: str


@dataclass(frozen=True)
class SiteConfig:
    """The site's configuration.

    Attributes:
        nav: the reading order; links to other sites left out.
        nav_line: where it starts; 0 where there is none.
        not_in_nav: patterns of the pages that are kept out of it on purpose.
        site_urls: addresses under which the site is published.
        mistakes: what makes the file unusable, as (line, message).
    """

    nav: tuple[NavEntry, ...] = ()
    nav_line: int = 0
    not_in_nav: tuple[str, ...] = ()
    site_urls: tuple[str, ...] = ()
    mistakes: tuple[tuple[int, str], ...] = ()


def read_site_config(project: Project) -> SiteConfig:
    """Read mkdocs.yml without executing its tags (`!ENV`, `!!python/name:` …)."""
    try:
        text = project.config.read_text(encoding="utf-8")
    except OSError:
        return SiteConfig(mistakes=((1, "mkdocs.yml is missing"),))
    except UnicodeDecodeError as error:
        return SiteConfig(mistakes=((1, f"mkdocs.yml is not UTF-8: {error.reason}"),))
    try:
        root = Loader(text).get_single_node()
    except (yaml.YAMLError, ValueError) as error:
        return SiteConfig(mistakes=(yaml_mistake(error, "mkdocs.yml"),))
    if not isinstance(root, yaml.MappingNode):
        return SiteConfig(mistakes=((1, "mkdocs.yml is not a list of `key: value` lines"),))
    settings = {str(key.value): (key, value) for key, value in root.value}
    if "nav" not in settings:
        return SiteConfig(mistakes=((1, "mkdocs.yml has no `nav`: the site has no reading order"),))
    key, nav = settings["nav"]
    line = key.start_mark.line + 1
    try:
        entries = tuple(_entries(nav))
    except RecursionError:
        return SiteConfig(mistakes=((line, "the nav of mkdocs.yml contains itself"),))
    urls = tuple(_addresses(settings["site_url"][1])) if "site_url" in settings else ()
    left_out, mistakes = _left_out(settings)
    return SiteConfig(entries, line, left_out, urls, mistakes)


def _left_out(settings: dict[str, Any]) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The pages that are not in the nav on purpose, and the patterns that cannot be read."""
    lines: list[str] = []
    mistakes: list[tuple[int, str]] = []
    for name in ("not_in_nav", "exclude_docs", "draft_docs"):
        if name not in settings:
            continue
        key, value = settings[name]
        for pattern in str(value.value).split("\n"):
            try:
                PathSpec.from_lines("gitignore", [pattern])
                lines.append(pattern)
            except ValueError:
                line = key.start_mark.line + 1
                mistakes.append(
                    (line, f"`{name}` has the pattern `{pattern}`, which git cannot read")
                )
    return tuple(lines), tuple(mistakes)


def _entries(node: Any) -> Iterator[NavEntry]:
    """The pages below a node of the nav, in reading order."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
    elif not re.match(r"[a-z]+://|/", node.value):
        yield NavEntry(node.start_mark.line + 1, node.value)


def _addresses(node: Any) -> Iterator[str]:
    """Every web address below a node: a plain value, or the default of an `!ENV`."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.startswith("http"):
            yield node.value.rstrip("/")
    else:
        for item in node.value:
            yield from _addresses(item if not isinstance(item, tuple) else item[1])
