"""What a build says about mistakes: each of them once, and none of them with a traceback."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable, Collection
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

from backend_notes.content.check import check_project
from backend_notes.finding import Finding
from backend_notes.project import Project

log = logging.getLogger("mkdocs.plugins.notes")

# The folder of templates and of this package.
_OURS = "overrides"

# Who, besides the content rules, looks at links and at the reading order.
_LOGGERS = ("mkdocs.structure.nav", "mkdocs.structure.pages")

_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? .*?link '(?P<target>[^']*)'")
_NAV = re.compile(r"reference to '(?P<page>[^']+)' is included in the 'nav'")
_OMITTED = re.compile(r"pages exist in the docs directory, but are not included in the \"nav\"")
_LISTED = re.compile(r"^\s+- (?P<page>.+)$", re.MULTILINE)


def findings_for_build(project: Project) -> list[Finding]:
    """What the content rules find; a defect of theirs is one more finding, not the build's end."""
    try:
        return check_project(project)
    except Exception as error:  # the site is worth having without them
        return [defect(error, "the content rules were not applied")]


def defect(error: Exception, consequence: str) -> Finding:
    """A finding about an exception that nobody foresaw: its type, its place, and where it goes.

    Args:
        error: the exception.
        consequence: what did not happen because of it.
    """
    log.debug("Traceback of the defect below", exc_info=error)
    file, line = _place(error)
    reason = " ".join(str(error).split())
    return Finding(
        file,
        line,
        "defect",
        f"{consequence}: {type(error).__name__}{': ' if reason else ''}{reason}",
        "this is a defect of the site's tools: please report it with this message and with what"
        " you changed last (`mkdocs build --verbose` shows the traceback)",
    )


def _place(error: Exception) -> tuple[str, int]:
    """File and line of our code where an exception passed last, or of any where it never did."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _OURS in Path(frame.filename).parts]
    if not frames:
        return "mkdocs.yml", 1
    frame = (own or frames)[-1]
    parts = Path(frame.filename).parts
    start = next((parts.index(name) for name in (_OURS, "site-packages") if name in parts), -1)
    return "/".join(parts[start:]), frame.lineno or 1


def abort_with_message(error: Exception, say: Callable[[str], object]) -> None:
    """Say what ended a build in one message, where Python would print a traceback.

    Args:
        error: what MkDocs caught. It tells its own exceptions in a sentence; they are left to it.
        say: told the message.

    Raises:
        Abort: for every other exception, to end the build.
    """
    if not isinstance(error, MkDocsException):
        say(str(defect(error, "the site was not built")))
        raise Abort("The site was not built.")


class SaidAlready(logging.Filter):
    """Drops what MkDocs reports when a finding names the same thing with its line."""

    def __init__(self, findings: Collection[Finding]) -> None:
        super().__init__()
        self.findings = findings

    def filter(self, record: logging.LogRecord) -> bool:
        """True for what nobody has said yet."""
        message = record.getMessage()
        if link := _LINK.search(message):
            return not self._names(f"docs/{link['page']}", link["target"])
        if entry := _NAV.search(message):
            return not any(
                finding.path == "mkdocs.yml" and f"docs/{entry['page']} " in finding.message
                for finding in self.findings
            )
        if _OMITTED.search(message):
            pages = {f"docs/{match['page']}" for match in _LISTED.finditer(message)}
            return not pages <= {finding.path for finding in self.findings}
        return True

    def _names(self, page: str, target: str) -> bool:
        anchor = target.partition("#")[2]
        wanted = {f"`{target}`"} | ({f"`#{anchor}`", f"`{anchor}`"} if anchor else set())
        return any(
            finding.path == page and any(name in finding.message for name in wanted)
            for finding in self.findings
        )


def say_once(findings: Collection[Finding]) -> None:
    """Keep MkDocs from repeating findings. Calling it again replaces what was known before."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        for old in [found for found in logger.filters if isinstance(found, SaidAlready)]:
            logger.removeFilter(old)
        logger.addFilter(SaidAlready(findings))
