"""Settings of mkdocs.yml that depend on where and how the site is built."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

# In the environment of a build: programs do not run in its pages.
WITHOUT_PYTHON = "NOTES_WITHOUT_PYTHON"


def adapt(config: MkDocsConfig, environ: Mapping[str, str]) -> None:
    """Change a loaded configuration in place.

    - Snippets are found from the folder of mkdocs.yml, not from the current one.
    - A missing snippet leaves its block empty: the content rules report it with file and line,
      while the extension's own exception has no line and would end `mkdocs serve`.
    - "Edit this page" names the branch that GitLab CI calls the default one.
    - The version selector appears only in a release: elsewhere its list of versions is missing,
      and the browser would report that on every page.
    """
    root = Path(config.config_file_path).parent
    snippets = config.mdx_configs.get("pymdownx.snippets", {})
    snippets["base_path"] = [str(root / path) for path in snippets.get("base_path", ["snippets"])]
    snippets["check_paths"] = False
    branch = environ.get("CI_DEFAULT_BRANCH")
    if branch and config.edit_uri:
        config.edit_uri = config.edit_uri.replace("/edit/main/", f"/edit/{branch}/")
    config.extra["deployed"] = environ.get("MIKE_DOCS_VERSION")
    config.extra["selector"] = config.extra.pop("version", None)


def runtime_packages(modules: Path | None, environ: Mapping[str, str]) -> Path | None:
    """The npm packages for running programs in the page; None where the build does without."""
    return None if environ.get(WITHOUT_PYTHON) else modules


def show_selector(config: MkDocsConfig) -> None:
    """Give the theme of a release its settings of the version selector.

    Called when the macros plugin has taken over what stands in `extra`: it would take
    `extra.version` for the macro of that name.
    """
    if config.extra["deployed"]:
        config.extra["version"] = config.extra["selector"]
