"""A small copy of the site that tests may break: the real mkdocs.yml and theme, four pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from backend_notes.project import Project

MKDOCS = (sys.executable, "-m", "mkdocs")

_GOOD = Path(__file__).parents[1] / "content" / "good_project"
_NAV = """\
nav:
  - Home: index.md
  - Core Concepts:
      - core-concepts/index.md
      - core-concepts/decorators.md
  - Workbook:
      - workbook/shared-shelf.md
  - Practice:
      - practice/stock-check.md
  - Glossary: glossary.md
"""


@dataclass(frozen=True)
class Built:
    """What one `mkdocs build` ended with, and said."""

    status: int
    said: str

    def about(self, place: str) -> list[str]:
        """The lines of the output that name a place."""
        return [line for line in self.said.splitlines() if place in line]


class SmallSite(Project):
    """The copy."""

    @property
    def environment(self) -> dict[str, str]:
        """Without what a pipeline sets; with the copy's own tools."""
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("CI")}
        return inherited | {"PYTHONPATH": str(self.root / "overrides")}

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the copy."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def replace(self, path: str, old: str, new: str) -> str:
        """Change a file of the copy; gives back what it held before."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))
        return text

    def line_of(self, path: str, text: str) -> int:
        """The first line of a file that holds a text."""
        lines = (self.root / path).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def list_in_nav(self, *pages: str) -> None:
        """Add pages to the reading order."""
        lines = "".join(f"  - {page}\n" for page in pages)
        self.replace("mkdocs.yml", "  - Glossary: glossary.md\n", "  - glossary.md\n" + lines)

    def build(self, *options: str, **environment: str) -> Built:
        """Run the real `mkdocs build`."""
        done = subprocess.run(
            [*MKDOCS, "build", *options],
            cwd=self.root,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=120,
        )
        return Built(done.returncode, done.stdout)

    def html(self, page: str) -> str:
        """A page as it was built."""
        return (self.root / "site" / page).read_text("utf-8")


def copy_site(project: Project, root: Path, modules: Path | None) -> SmallSite:
    """Make the copy in a folder that does not exist yet.

    Args:
        project: this repository.
        root: the new folder.
        modules: the npm packages; None for a copy without any.
    """
    shutil.copytree(_GOOD, root, ignore=shutil.ignore_patterns(".ruff_cache"))
    shutil.copytree(
        project.root / "overrides", root / "overrides", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("package.json", "package-lock.json", "pyproject.toml", "requirements.lock"):
        shutil.copy(project.root / name, root)
    settings, found = re.subn(
        r"^nav:\n(?:[ ]+.*\n)+", _NAV, project.config.read_text("utf-8"), flags=re.MULTILINE
    )
    assert found == 1
    site = SmallSite(root)
    site.write("mkdocs.yml", settings)
    if modules:
        (root / "node_modules").symlink_to(modules)
    return site
