"""What pages with `render_macros: true` may write between double braces."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import Any

from backend_notes.project import Project
from backend_notes.site.facts import SiteFacts, count_facts
from backend_notes.site.pages import section_cards, section_contents


def version(package: str) -> str:
    """The version of a package that the lock file chose and this site was built with.

    Raises:
        ValueError: no such package is installed.
    """
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        raise ValueError(
            f'version("{package}"): no package of that name is installed.'
            " Check the spelling, or add it to pyproject.toml."
        ) from None


def define_env(env: Any) -> None:
    """The entry point that mkdocs-macros calls once a build."""
    project = Project(Path(env.conf.config_file_path).parent)

    def facts() -> SiteFacts:
        return count_facts(project)

    def contents(section: str) -> str:
        return section_contents(project, env.conf.nav, section)

    def sections() -> str:
        return section_cards(project, env.conf.nav)

    env.macro(version)
    env.macro(sections)
    env.macro(contents)
    env.macro(facts)
