"""The Markdown copies of one build, kept while pages are read and written at its end."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from backend_notes.project import Project
from backend_notes.site.markdown_copies import Listed, copy_address, llms_txt, stand_alone


class Copies:
    """What is to be written beside the pages of a build."""

    def __init__(
        self, project: Project, config: MkDocsConfig, nav: Navigation, files: Files
    ) -> None:
        self._project, self._config, self._nav, self._files = project, config, nav, files
        self._texts: dict[str, str] = {}

    def keep(self, page: Page, markdown: str) -> None:
        """Take a page's Markdown, macros expanded."""
        text = stand_alone(self._project, page.file.src_uri, markdown, self._address_of)
        self._texts[copy_address(page.file.dest_uri)] = text

    def write(self, site: Path) -> None:
        """Write the copies and llms.txt into the finished site."""
        for address, text in self._texts.items():
            path = site / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        name, about = self._config.site_name, self._config.site_description or ""
        text = llms_txt(name, about, map(self._listed, self._nav.pages))
        (site / "llms.txt").write_text(text, "utf-8")

    def _listed(self, page: Page) -> Listed:
        sections = [str(ancestor.title) for ancestor in page.ancestors]
        title = str(page.meta.get("title") or page.title)
        address = self._full(copy_address(page.file.dest_uri))
        return Listed((sections or [""])[-1], title, str(page.meta.get("description", "")), address)

    def _address_of(self, source: str) -> str | None:
        file = self._files.get_file_from_path(source)
        return self._full(file.url.removeprefix("./")) if file else None

    def _full(self, address: str) -> str:
        return urljoin(f"{(self._config.site_url or '').rstrip('/')}/", address)
