"""Pages as MkDocs can use them, however broken they are: what is broken is a finding anyway."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from backend_notes.finding import Finding

# What mkdocs-macros puts in place of a page.
_MACRO_REPORT = "# _Macro "

_MISTYPED = re.compile(r"`(?P<key>\w+)` must be ")


def readable_source(path: str | None) -> str | None:
    """A page that is not UTF-8, with a replacement character for each wrong byte.

    Returns:
        None for every other page: MkDocs reads those itself.
    """
    try:
        data = Path(path or "").read_bytes()
        data.decode("utf-8")
    except OSError:
        return None
    except UnicodeDecodeError:
        return data.decode("utf-8", errors="replace")
    return None


def forget_unusable(
    page: Page, findings: Collection[Finding], templates: Iterable[str]
) -> list[Finding]:
    """Take out of a page's front matter what theme and plugins would stumble over.

    Args:
        page: its `meta` is changed in place.
        findings: those of the content rules, which know the type of every key.
        templates: the folders of the theme.

    Returns:
        What the content rules do not look at: a template that does not exist.
    """
    name = _name(page)
    for finding in findings:
        match = _MISTYPED.match(finding.message)
        if finding.path == name and finding.rule == "front-matter-type" and match:
            page.meta.pop(match["key"], None)
    template = page.meta.get("template")
    if template is None or any((Path(folder) / template).is_file() for folder in templates):
        return []
    del page.meta["template"]
    return [
        Finding(
            name,
            1,
            "template",
            f"the front matter's template `{template}` does not exist",
            "name a file of overrides/, or take the line out",
        )
    ]


def render_in_any_case(
    page: Page, findings: Collection[Finding], say: Callable[[list[Finding]], object]
) -> None:
    """Let a page say why it cannot be shown, where MkDocs would end the build.

    Such a page, and one that shows a macro's mistake, has none of its headings. MkDocs looks for
    no anchors in it, so that the one mistake does not turn up as many.

    Args:
        page: its method `render` is replaced.
        findings: what is known already; only a page without findings gets another.
        say: told that other finding.
    """
    render = page.render

    def render_or_explain(config: MkDocsConfig, files: Files) -> None:
        try:
            render(config, files)
        except Exception as error:  # an extension may raise anything
            known = [finding for finding in findings if finding.path == _name(page)]
            if not known:
                known = [_unrenderable(page, error)]
                say(known)
            page.content = "".join(map(_as_html, known))
            page.toc = get_toc([])
            page.present_anchor_ids = None
        if (page.markdown or "").startswith(_MACRO_REPORT):
            page.present_anchor_ids = None

    page.render = render_or_explain  # type: ignore[method-assign]


def _name(page: Page) -> str:
    """A page's path from the repository's root."""
    return f"docs/{page.file.src_uri}"


def _unrenderable(page: Page, error: Exception) -> Finding:
    return Finding(
        _name(page),
        1,
        "unrenderable",
        f"the page cannot be shown: {type(error).__name__}: {' '.join(str(error).split())}",
        "undo the last change of this page or of what it imports",
    )


def _as_html(finding: Finding) -> str:
    return f'<div class="admonition failure"><p>{escape(str(finding))}</p></div>'
