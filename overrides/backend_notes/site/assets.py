"""What the site serves besides pages: fonts, Mermaid, one style sheet, scripts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from backend_notes.site.mermaid import mermaid_files
from backend_notes.site.scripts import SCRIPTS, ScriptsError, minify

log = get_plugin_logger("notes")

# In the theme's folder because it makes the theme: the Python package, settings of the editor, what
# the archives of "Run in the page" are made of.
_NOT_SERVED = ("backend_notes/", "assets/runtime/", "assets/javascripts/jsconfig.json")

_STYLESHEETS = "assets/stylesheets"
_MERMAID = "assets/vendor/mermaid"
_FONTS = "assets/fonts"
_CACHE = ".cache/scripts.json"
# Rules that one page or one section alone needs stand in its pages: no other reader loads them.
_PAGES = {
    "index.md": "70-landing.css",
    "glossary.md": "65-glossary.css",
    "learning-plan.md": "77-learning-plan.css",
    "progress.md": "57-progress.css",
    "tracks.md": "76-tracks-page.css",
    "workbook": "57-parts.css",
}
_CSS_PIECE = re.compile(
    r"""(?P<kept>"[^"]*"|'[^']*')|\s*(?P<mark>[{};,]|(?<=[\w-]):(?=\s))\s*|\s+"""
)
_EDITOR = "prism-code-editor/LICENSE"  # the editor itself is in code-editor.mjs


@dataclass(frozen=True)
class Font:
    """One file of a web font.

    Attributes:
        package: its folder under node_modules/@fontsource.
        family: what style sheets call it.
        weight, style: what the file holds.
        preload: the first screen of every page is set in it.
    """

    package: str
    family: str
    weight: int
    style: str = "normal"
    preload: bool = False

    @property
    def name(self) -> str:
        """The file, in the package and on the site."""
        return f"{self.package}-latin-{self.weight}-{self.style}.woff2"

    @property
    def source(self) -> str:
        """The file, under node_modules."""
        return f"@fontsource/{self.package}/files/{self.name}"

    @property
    def url(self) -> str:
        """The file, on the site."""
        return f"{_FONTS}/{self.name}"

    @property
    def css(self) -> str:
        """The rule that declares it."""
        return (
            f'@font-face{{font-family:"{self.family}";font-style:{self.style};'
            f"font-weight:{self.weight};font-display:swap;"
            f"src:url(../fonts/{self.name}) format('woff2')}}"
        )


FONTS = (
    Font("ibm-plex-sans", "Plex Sans", 400, preload=True),
    Font("ibm-plex-sans", "Plex Sans", 400, "italic"),
    Font("ibm-plex-sans", "Plex Sans", 600, preload=True),
    Font("source-serif-4", "Source Serif", 600, preload=True),
    Font("ibm-plex-mono", "Plex Mono", 400),
)


@dataclass(frozen=True)
class Assets:
    """What one build serves.

    Attributes:
        overrides: the folder of templates and assets.
        modules: node_modules, or None where there are no packages. Then the system's fonts take
            the place of ours, and diagrams stay text.
    """

    overrides: Path
    modules: Path | None

    @cached_property
    def css(self) -> str:
        """The modules of assets/stylesheets that all pages share, in the order of their names."""
        fonts = [font.css for font in FONTS] if self.modules else []
        shared = [path for path in self._style_modules() if path.name not in _PAGES.values()]
        parts = [squeeze_css(path.read_text("utf-8")) for path in shared]
        return "\n".join([*fonts, *parts]) + "\n"

    @property
    def stylesheet(self) -> str:
        """The style sheet's path on the site; it changes with the rules.

        So a browser that kept last month's file asks for this one.
        """
        return f"{_STYLESHEETS}/notes.{hashlib.sha256(self.css.encode()).hexdigest()[:8]}.css"

    def styles_of(self, page: str) -> str:
        """The rules of one page or of its section alone; none for most.

        Args:
            page: its file below docs/, such as `glossary.md`.
        """
        name = _PAGES.get(page) or _PAGES.get(page.partition("/")[0])
        path = self.overrides / _STYLESHEETS / name if name else None
        return squeeze_css(path.read_text("utf-8")) if path and path.is_file() else ""

    @property
    def preloads(self) -> list[str]:
        """The fonts that the first screen needs."""
        return [font.url for font in FONTS if font.preload] if self.modules else []

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Put everything among the site's files, and take out what no reader asks for."""
        sources = {f"{_STYLESHEETS}/{module.name}" for module in self._style_modules()}
        for file in list(files):
            if file.src_uri in sources or file.src_uri.startswith(_NOT_SERVED):
                files.remove(file)
        files.append(File.generated(config, self.stylesheet, content=self.css))
        if scripts := self._scripts():
            for plain in (self.overrides / SCRIPTS).glob("*.mjs"):
                if script := files.get_file_from_path(f"{SCRIPTS}/{plain.name}"):
                    files.remove(script)
            for name, content in scripts.items():
                files.append(File.generated(config, f"{SCRIPTS}/{name}", content=content))
        for uri, source in vendored_files(self.modules) if self.modules else ():
            files.append(File.generated(config, uri, abs_src_path=str(source)))

    def _scripts(self) -> dict[str, str]:
        """Scripts that take the place of those in the theme's folder; none without packages."""
        if self.modules is None:
            return {}
        try:
            return minify(self.overrides, self.modules, self.overrides.parent / _CACHE)
        except ScriptsError as error:
            log.warning(f"Scripts go out as they are ({error}).")
            return {}

    def _style_modules(self) -> list[Path]:
        return sorted((self.overrides / _STYLESHEETS).glob("*.css"))


def squeeze_css(css: str) -> str:
    """The same rules without comments and needless space; strings keep theirs."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = _CSS_PIECE.sub(lambda match: match["kept"] or match["mark"] or " ", css)
    return css.replace(";}", "}").strip()


def vendored_files(modules: Path) -> Iterator[tuple[str, Path]]:
    """The files of npm packages that the site serves, as (path on the site, file)."""
    for font in FONTS:
        yield font.url, modules / font.source
    yield f"assets/vendor/{_EDITOR}", modules / _EDITOR
    for path, source in mermaid_files(modules / "mermaid"):
        yield f"{_MERMAID}/{path}", source
