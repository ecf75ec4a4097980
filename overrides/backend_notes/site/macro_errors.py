"""What mkdocs-macros says about a mistake, in one line that names file and line."""

from __future__ import annotations

import logging
import re
from pathlib import Path

LOGGER = "mkdocs.plugins.mkdocs_macros.util"

_FILE = re.compile(r"_File_: `(?P<file>[^`]+)`")
_LINE = re.compile(r'(?:File "<template>", line |_Line )(?P<line>\d+)')
_REASON = re.compile(
    r"^(?:_\w+_: |_Line \d+ in Markdown file:_ )(?P<reason>(?!`).+)$", re.MULTILINE
)


def explain_macro_error(message: str, docs: Path) -> str | None:
    """Rewrite the plugin's report of a failed page.

    Args:
        message: what the plugin logs: a heading, the file, the error, a traceback.
        docs: the folder of the pages; a page's front matter is added to the plugin's line number.

    Returns:
        One sentence and the way out, or None if the message is no such report.
    """
    file, reason = _FILE.search(message), _REASON.search(message)
    if "_Macro " not in message or not file or not reason:
        return None
    path = docs / file["file"]
    lines = [int(match["line"]) for match in _LINE.finditer(message)]
    line = lines[0] + _lines_of_front_matter(path) if lines else 1
    return (
        f"{docs.name}/{file['file']}:{line}: {reason['reason'].strip('*. ')} [macro]\n"
        "    → correct what stands between the braces, or take `render_macros` out of the front"
        " matter if the page needs no macros"
    )


def _lines_of_front_matter(path: Path) -> int:
    """How many lines the plugin did not see: the front matter, and blank lines after it."""
    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError):
        return 0
    match = re.match(r"---\n.*?\n---[ \t]*\n\s*", text, re.DOTALL)
    return match[0].count("\n") if match else 0


class MacroErrors(logging.Filter):
    """Rewrites the plugin's reports, and drops its chatter about what it found."""

    def __init__(self, docs: Path) -> None:
        super().__init__()
        self.docs = docs

    def filter(self, record: logging.LogRecord) -> bool:
        """True for what is worth saying."""
        if record.levelno < logging.WARNING:
            return False
        if explained := explain_macro_error(record.getMessage(), self.docs):
            record.msg, record.args = explained, ()
        return True


def quiet_macros(docs: Path) -> None:
    """Make the plugin's logger speak our way. Calling it again replaces the earlier filter."""
    logger = logging.getLogger(LOGGER)
    for old in [found for found in logger.filters if isinstance(found, MacroErrors)]:
        logger.removeFilter(old)
    logger.addFilter(MacroErrors(docs))
