"""What pages with `render_macros: true` may write between double braces."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import Any

from backend_notes.project import Project
from backend_notes.site import contributing
from backend_notes.site.facts import SiteFacts, count_facts
from backend_notes.site.learning_plan import plan_markdown
from backend_notes.site.pages import section_cards, section_contents
from backend_notes.site.practice import problems_markdown
from backend_notes.site.tracks import route_cards, routes_markdown


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

    def tracks() -> str:
        return routes_markdown(project)

    def track_cards() -> str:
        return route_cards(project)

    def learning_plan() -> str:
        return plan_markdown(project)

    def problems() -> str:
        return problems_markdown(project, env.conf.nav)

    def example(*files: str) -> str:
        return contributing.example_markdown(project, files, env.render)

    def guide_outline(slug: str) -> str:
        return contributing.guide_outline(project, slug)

    env.macro(example)
    env.macro(guide_outline)
    env.macro(contributing.header_keys)
    env.macro(contributing.normalise_rules)
    env.macro(contributing.file_kinds)
    env.macro(problems)
    env.macro(tracks)
    env.macro(track_cards)
    env.macro(learning_plan)
    env.macro(version)
    env.macro(sections)
    env.macro(contents)
    env.macro(facts)
