"""What templates say about pages beyond their Markdown."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any

import yaml
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from backend_notes.content.prose import plural
from backend_notes.project import Project

# The same as SafeLoader, in C where PyYAML was built with it: pages are read at every build.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What a section holds, where it does not hold guides.
_KINDS = {"practice/": "problem", "workbook/": "session"}

_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_BLOCK = re.compile(
    r'(?P<open><div class="[^"]*highlight"[^>]*)>'
    r'(?P<name>(?:<span class="filename">[^<]*</span>)?<pre><span></span><code>)'
    r"(?P<code>.*?)</code>",
    re.DOTALL,
)
_PLAIN = re.compile(r'<span class="(?:n|p|w|o)">([^<]*)</span>')
_TAG = re.compile(r"<[^>]*>")
_AS_WRITTEN = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL)
_INDENTATION = re.compile(r"(\A|>)\s*\n\s*(<|\Z)")
_SPAN = re.compile(r"</?span[^>]*>")


def prerequisites_of(page: Page, nav: Navigation) -> list[Page]:
    """The pages that a page's front matter asks to be read before it.

    A slug that no page has is left out here; the content rules report it.
    """
    slugs = page.meta.get("prerequisites") or []
    by_slug = {other.file.src_uri.removesuffix(".md"): other for other in nav.pages}
    return [by_slug[slug] for slug in slugs if isinstance(slug, str) and slug in by_slug]


def without_highlighting(html: str) -> str:
    """A page without the spans that colour its code.

    The search plugin throws them away, one by one, in a parser written in Python: a fifth of the
    time that a build takes. What it indexes is the same without them.
    """
    return _CODE.sub(lambda match: _SPAN.sub("", match[0]), html)


def lighten_code(html: str) -> str:
    """A page whose code blocks cost the browser less: half of the work of opening a long guide.

    - Names, punctuation and white space lose their spans: they have the colour of plain code.
    - Each block says how many lines and columns it has, so that the browser need not draw those
      below the screen to know their height (40-code.css), nor a script to know which are wide.
    """
    return _BLOCK.sub(_lightened, html)


def _lightened(match: re.Match[str]) -> str:
    code = _PLAIN.sub(r"\1", match["code"])
    lines = unescape(_TAG.sub("", code)).splitlines()
    size = f"--lines:{len(lines)};--columns:{max(map(len, lines), default=0)}"
    return f'{match["open"]} style="{size}">{match["name"]}{code}</code>'


def squeeze_html(html: str, content: str = "") -> str:
    """A page without the indentation and the blank lines that its templates left between tags.

    A line break stays where there was one, because words may stand on both sides of the tags. It
    takes a kilobyte from what a page weighs compressed.

    Args:
        html: the page.
        content: what stands in it that no template wrote. It stays as it is: Markdown indents
            nothing, and this takes most of a page.
    """
    if content:
        return content.join(map(squeeze_html, html.split(content, 1)))
    pieces = _AS_WRITTEN.split(html)
    # Each match leaves two pieces, itself and the name of its tag.
    pieces[::3] = [_INDENTATION.sub(r"\1\n\2", piece) for piece in pieces[::3]]
    return "".join(piece for place, piece in enumerate(pieces) if place % 3 != 2)


def front_matter(path: Path) -> dict[str, Any]:
    """A page's front matter; empty where it is missing or malformed."""
    try:
        text = path.read_text("utf-8")
        head, found, _ = text.removeprefix("---\n").partition("\n---")
        meta = yaml.load(head, _Loader) if found and text.startswith("---\n") else None
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return meta if isinstance(meta, dict) else {}


def is_read(meta: Mapping[str, Any]) -> bool:
    """Whether a page is read from start to end: it has a reading time, and is no problem to solve.

    Args:
        meta: the page's front matter.
    """
    return isinstance(meta.get("minutes"), int) and "level" not in meta


def section_contents(project: Project, nav: list[Any], section: str) -> str:
    """The pages of a section as Markdown, in reading order.

    Args:
        project: holds the pages.
        nav: the reading order, as in mkdocs.yml.
        section: the folder under docs/ that holds the section.

    Raises:
        ValueError: mkdocs.yml lists no page of that folder.
    """
    slugs = [path for path in nav_paths(nav) if path.startswith(f"{section}/")]
    if not slugs:
        raise ValueError(
            f'contents("{section}"): mkdocs.yml lists no page under docs/{section}/.'
            " Check the name, or add the pages to the nav."
        )
    pages = [path for path in slugs if not path.endswith("/index.md")]
    items = [_entry(project, section, path) for path in pages]
    return '<div class="contents" markdown>\n\n' + "\n".join(items) + "\n</div>\n"


def section_cards(project: Project, nav: list[Any]) -> str:
    """One card for each section that has an index page, in reading order, as HTML."""
    indexes = [path for path in nav_paths(nav) if path.endswith("/index.md")]
    return '<ol class="cards">' + "".join(_card(project, nav, path) for path in indexes) + "</ol>"


def _card(project: Project, nav: list[Any], index: str) -> str:
    meta = front_matter(project.docs / index)
    folder = index.removesuffix("index.md")
    guides = [path for path in nav_paths(nav) if path.startswith(folder) and path != index]
    minutes = sum(minutes_of(project.docs / path) for path in guides)
    count = plural(len(guides), _KINDS.get(folder, "guide"))
    title, description = (escape(str(meta.get(key, ""))) for key in ("title", "description"))
    return (
        f'<li><a class="card" href="{folder}"><strong>{title}</strong>'
        f"{description} <span>{count}, {reading_time(minutes)}</span></a></li>"
    )


def minutes_of(path: Path) -> int:
    """The reading time in a page's front matter; 0 where it is missing or malformed."""
    minutes = front_matter(path).get("minutes")
    return minutes if isinstance(minutes, int) else 0


def reading_time(minutes: int) -> str:
    """Minutes as a reader plans them: `45 min`, `1 h`, `4 h 36 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def nav_paths(nav: Any) -> Iterator[str]:
    """Every path of a nav, however deep."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from nav_paths(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from nav_paths(value)


def _entry(project: Project, section: str, path: str) -> str:
    meta = front_matter(project.docs / path)
    lines = [f"1.  [{meta.get('title', path)}]({_from(section, path)})"]
    if minutes := meta.get("minutes"):
        lines[0] += f" <span>{minutes} min</span>"
    if description := meta.get("description"):
        lines.append(f"    <br>{description}")
    before = [
        f"[{front_matter(project.docs / f'{slug}.md').get('title', slug)}]"
        f"({_from(section, f'{slug}.md')})"
        for slug in meta.get("prerequisites") or []
        if (project.docs / f"{slug}.md").is_file()
    ]
    if before:
        lines.append(f"    <br><small>Read before: {', '.join(before)}</small>")
    return "\n".join(lines) + "\n"


def _from(section: str, path: str) -> str:
    return os.path.relpath(path, section).replace(os.sep, "/")
