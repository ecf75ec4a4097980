"""Mermaid diagrams: text that the browser draws, and that reads as text until then."""

from __future__ import annotations

import html
import re
from typing import Any

_WORDS = re.compile(r"^\s*(?P<key>accTitle|accDescr)\s*:\s*(?P<text>.+?)\s*$", re.MULTILINE)


def format_diagram(source: str, _language: str, css_class: str, *_: Any, **__: Any) -> str:
    """The fence formatter for ```mermaid (pymdownx.superfences' custom_fences).

    The theme would fetch Mermaid from another host for the class `mermaid`, hence a class and a
    script of our own. The source stays in a `pre`, which is what readers without JavaScript see.
    """
    words = {match["key"]: html.escape(match["text"]) for match in _WORDS.finditer(source)}
    title = words.get("accTitle", "Diagram")
    return (
        f'<figure class="{css_class}" aria-label="{title}">'
        f'<p class="{css_class}__text">{title}: {words.get("accDescr", "")}</p>'
        f'<pre class="{css_class}__source" data-search-exclude="">'
        f"{html.escape(source.strip())}</pre></figure>"
    )
