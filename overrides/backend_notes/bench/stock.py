"""The same Markdown as a site of stock Material, to compare with."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from backend_notes.project import Project

_CONFIG = """\
site_name: Stock
site_url: https://stock.example/
theme:
  name: material
  features: [navigation.tabs, navigation.sections, navigation.indexes, navigation.instant,
             navigation.footer, navigation.path, content.code.copy, content.code.annotate,
             content.tooltips, search.highlight]
plugins: [search]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.betterem
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.snippets: {base_path: [snippets], dedent_subsections: true}
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
"""


def make_stock_project(project: Project, folder: Path) -> Project:
    """Write a project with the pages, the snippets and the reading order of a checkout, and with
    Material as it comes. Our start page's template is left out; everything else stays.

    Args:
        project: the checkout.
        folder: an empty folder for the new project.
    """
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(project.docs, folder / "docs", ignore=ignore)
    shutil.copytree(project.snippets, folder / "snippets", ignore=ignore)
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"^template: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    order = yaml.safe_dump({"nav": _nav(project)})
    (folder / "mkdocs.yml").write_text(_CONFIG + order, "utf-8")
    (folder / "pyproject.toml").touch()
    return Project(folder)


def _nav(project: Project) -> Any:
    """The reading order; YAML tags in the rest of mkdocs.yml do not matter here."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda *_: None)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
    return yaml.load(project.config.read_text("utf-8"), Loader)["nav"]
