"""What MkDocs calls. Each function hands over to a plain one and holds no logic of its own."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from backend_notes.content.check import check_project
from backend_notes.project import Project
from backend_notes.site import settings
from backend_notes.site.assets import Assets
from backend_notes.site.macro_errors import quiet_macros
from backend_notes.site.node import NodeModulesError, ensure_packages
from backend_notes.site.pages import lighten_code, prerequisites_of, without_highlighting

log = get_plugin_logger("notes")


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).parent)


def _assets(config: MkDocsConfig) -> Assets:
    assets: Assets = config.extra["assets"]
    return assets


@cache
def _packages(project: Project) -> Path | None:
    """node_modules; looked for once, so that `mkdocs serve` does not ask npm at every change."""
    try:
        return ensure_packages(project, say=log.info)
    except NodeModulesError as error:
        log.warning(f"No npm packages ({error}): system fonts, and diagrams stay text.")
        return None


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Settings that depend on where and how the site is built; npm packages."""
    project = _project(config)
    quiet_macros(project.docs)
    modules = _packages(project)
    settings.adapt(config, os.environ)
    config.extra["assets"] = Assets(project.root / "overrides", modules)
    config.extra_css.append(_assets(config).stylesheet)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Say what the content rules found, so that `--strict` fails and `serve` keeps serving."""
    for finding in check_project(_project(config)):
        log.warning(str(finding))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Fonts, Mermaid and the style sheet."""
    _assets(config).add_to(files, config)
    return files


def on_page_content(html: str, **_: Any) -> str:
    """Code blocks that cost the browser less."""
    return lighten_code(html)


@event_priority(100)
def _before_search(
    context: dict[str, Any], page: Page, nav: Navigation, **_: Any
) -> dict[str, Any]:
    """What the line above a guide's title says; and a lighter page for the search plugin."""
    context["prerequisites"] = prerequisites_of(page, nav)
    context["full_content"] = page.content
    page.content = without_highlighting(page.content or "")
    return context


@event_priority(-100)
def _after_search(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    page.content = context.pop("full_content")
    return context


on_page_context = CombinedEvent(_before_search, _after_search)
