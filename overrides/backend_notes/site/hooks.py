"""What MkDocs calls. Each function hands over to a plain one and holds no logic of its own."""

from __future__ import annotations

import gc
import os
from functools import cache
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from backend_notes.finding import Finding
from backend_notes.project import Project
from backend_notes.site import practice, provenance, settings, tracks
from backend_notes.site.assets import Assets
from backend_notes.site.copies import Copies
from backend_notes.site.folding import fold_parts, group_parts, is_folded
from backend_notes.site.glossary import GLOSSARY, read_glossary
from backend_notes.site.glossary_html import complete_pages
from backend_notes.site.glossary_search import rank_terms
from backend_notes.site.macro_errors import quiet_macros
from backend_notes.site.messages import abort_with_message, say_once
from backend_notes.site.node import NodeModulesError, ensure_packages
from backend_notes.site.pages import (
    is_read,
    lighten_code,
    prerequisites_of,
    squeeze_html,
    without_highlighting,
)
from backend_notes.site.practice import guides_of, problems_on
from backend_notes.site.published import cloned_programs, published_programs
from backend_notes.site.quiz_index import quiz_files
from backend_notes.site.reading import forget_unusable, readable_source, render_in_any_case
from backend_notes.site.rules_beside import RulesBeside
from backend_notes.site.runtime.files import runtime_files
from backend_notes.site.serving import Serving, outlive
from backend_notes.snippets.source import find_snippets

log = get_plugin_logger("notes")
serving = Serving()


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).parent)


def _assets(config: MkDocsConfig) -> Assets:
    assets: Assets = config.extra["assets"]
    return assets


def _say(findings: list[Finding]) -> None:
    for finding in findings:
        log.warning(str(finding))


@cache
def _packages(project: Project) -> Path | None:
    """node_modules; looked for once, so that `mkdocs serve` does not ask npm at every change."""
    try:
        return ensure_packages(project, say=log.info)
    except NodeModulesError as error:
        log.warning(
            f"No npm packages ({error}): system fonts, diagrams stay text, programs do not run."
        )
        return None


def on_startup(command: str, **_: Any) -> None:
    """Whether the site is built once, or served."""
    serving.start(command)
    if command == "build":
        gc.disable()  # the process ends with the build: a twentieth of its time, for 10 MB


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Settings that depend on where and how the site is built; npm packages; content rules."""
    serving.prepare(config)
    project = _project(config)
    config.extra["rules"] = RulesBeside(project)
    quiet_macros(project.docs)
    modules = _packages(project)
    settings.adapt(config, os.environ)
    config.extra["assets"] = Assets(project.root / "overrides", modules)
    config.extra_css.append(_assets(config).stylesheet)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """What the build makes: fonts, style sheet, lists, programs and what runs them in the page.

    Then what the content rules found, so that `--strict` fails and `serve` keeps serving: before
    MkDocs finds the same mistakes in the reading order and on the pages.
    """
    _assets(config).add_to(files, config)
    for address, index in quiz_files(_project(config), config.nav or []).items():
        files.append(File.generated(config, address, content=index))
    routes = tracks.routes_json(_project(config))
    files.append(File.generated(config, tracks.ADDRESS, content=routes))
    problems = practice.problems_json(_project(config), config.nav or [])
    files.append(File.generated(config, practice.ADDRESS, content=problems))
    snippets = list(find_snippets(_project(config)))
    programs = list(published_programs(_project(config), snippets, config.repo_url))
    for program in programs:
        files.append(File.generated(config, program.address, content=program.text))
    cloned = cloned_programs(programs)
    facts = provenance.block_facts(_project(config), config.repo_url, cloned, os.environ)
    files.append(File.generated(config, provenance.FACTS, content=facts))
    packages = settings.runtime_packages(_assets(config).modules, os.environ)
    for address, content in runtime_files(
        _project(config), snippets, packages, say=log.info, warn=log.warning
    ):
        if isinstance(content, Path):
            files.append(File.generated(config, address, abs_src_path=str(content)))
        else:
            files.append(File.generated(config, address, content=content))
    config.extra["findings"] = findings = config.extra.pop("rules").findings()
    say_once(findings)
    _say(findings)
    return files


def on_page_read_source(page: Page, **_: Any) -> str | None:
    """A page that MkDocs could not read."""
    return readable_source(page.file.abs_src_path)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages whose Markdown is copied as they are read."""
    config.extra["copies"] = Copies(_project(config), config, nav, files)
    return nav


@event_priority(100)
def _before_macros(markdown: str, /, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Pages that keep their mistakes to themselves."""
    findings = config.extra["findings"]
    _say(forget_unusable(page, findings, config.theme.dirs))
    render_in_any_case(page, findings, _say)
    return markdown


@event_priority(-100)
def _after_macros(markdown: str, /, page: Page, config: MkDocsConfig, **_: Any) -> str:
    config.extra["copies"].keep(page, markdown)
    return markdown


on_page_markdown = CombinedEvent(_before_macros, _after_macros)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Code blocks that cost the browser less, and parts of their own."""
    html = lighten_code(html)
    if is_folded(page.url):
        return fold_parts(html)
    return group_parts(html) if is_read(page.meta) else html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The glossary, which needs every page: its own links, and tooltips on the links to it."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    settings.show_selector(config)
    config.extra["glossary"] = glossary = read_glossary(pages)
    complete_pages(pages, glossary)
    for term in glossary.strangers:
        log.warning(
            f"docs/{GLOSSARY}: the front matter names `{term}`, and the glossary has no such term."
            " → correct the id, or define the term"
        )
    return env


@event_priority(100)
def on_post_build(config: MkDocsConfig) -> None:
    """Search that knows the glossary, before the plugin writes its index; copies of pages."""
    if plugin := cast(Any, config.plugins.get("material/search")):
        index = plugin.search_index
        index.entries = rank_terms(index.entries, config.extra["glossary"])
    config.extra["copies"].write(Path(config.site_dir))


@event_priority(100)
def _before_search(
    context: dict[str, Any], page: Page, nav: Navigation, **_: Any
) -> dict[str, Any]:
    """What the line above a guide's title says; and a lighter page for the search plugin."""
    context["prerequisites"] = prerequisites_of(page, nav)
    context["builds_on"] = guides_of(page, nav)
    context["problems"] = problems_on(page, nav)
    context["full_content"] = page.content
    page.content = without_highlighting(page.content or "")
    return context


@event_priority(-100)
def _after_search(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    page.content = context.pop("full_content")
    return context


on_page_context = CombinedEvent(_before_search, _after_search)


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Pages without what templates leave between tags."""
    return squeeze_html(output, page.content or "")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """A server that mistakes do not stop."""
    server.builder = outlive(server.builder, _project(config), log.error)
    return server


@event_priority(-100)
def on_build_error(error: Exception, **_: Any) -> None:
    """An exception that nobody foresaw ends in a message in place of a traceback."""
    abort_with_message(error, log.error)
