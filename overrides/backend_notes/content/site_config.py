"""What the rules need of mkdocs.yml: the reading order, and where the site will stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

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
        not_in_nav: patterns of pages that are left out of it on purpose.
        site_urls: addresses under which the site is published.
        mistakes: what makes the file unusable, as (line, message).
    """

    nav: tuple[NavEntry, ...] = ()
    nav_line: int = 0
    not_in_nav: tuple[str, ...] = ()
    site_urls: tuple[str, ...] = ()
    mistakes: tuple[tuple[int, str], ...] = field(default=())


def read_site_config(project: Project) -> SiteConfig:
    """Read mkdocs.yml without executing its tags (`!ENV`, `!!python/name:` …)."""
    try:
        text = project.config.read_text(encoding="utf-8")
    except FileNotFoundError:
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
    return SiteConfig(
        tuple(_entries(nav)),
        key.start_mark.line + 1,
        tuple(
            pattern
            for name in ("not_in_nav", "exclude_docs", "draft_docs")
            if name in settings
            for pattern in str(settings[name][1].value).split("\n")
        ),
        tuple(_addresses(settings["site_url"][1])) if "site_url" in settings else (),
    )


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
