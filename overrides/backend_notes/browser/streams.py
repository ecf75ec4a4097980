"""Standard output and standard error: to the page, in order, in batches, and not without end."""

from __future__ import annotations

import codecs
import io
import time
from collections.abc import Mapping
from typing import Any

from backend_notes.browser.page import page
from backend_notes.snippets.output import TracebackShortener

# The first writes are shown one by one; a program that goes on writing is shown in batches.
_AT_ONCE = 50
_INTERVAL = 0.05
MAX_CHARACTERS = 1_000_000
MAX_LINES = 20_000


class OutputCutError(BaseException):
    """Ends a program that writes without end; not an Exception, so that `except` lets it pass."""


class Output:
    """Collects what a program writes, as a terminal would show it.

    Args:
        paths: folders of the worker and what a reader sees instead.

    Attributes:
        cut: whether it was too much.
        ended: whether nobody listens any more.
    """

    def __init__(self, paths: Mapping[str, str]) -> None:
        self.paths = paths
        own = (shown for shown in paths.values() if shown != "...")
        self.shortener = TracebackShortener(tuple(own))
        self.texts: list[str] = []
        self.names: list[str] = []
        self.characters = self.lines = self.flushes = 0
        self.last = 0.0
        self.cut = False
        self.ended = False
        self.at_line_start = True

    def start_again(self) -> None:
        """Allow as much as at the beginning."""
        self.characters = self.lines = self.flushes = 0
        self.cut = False

    def write(self, text: str, name: str) -> None:
        """Take a text; show it now if nothing was shown for a while."""
        if self.ended:
            return
        if self.cut:
            raise OutputCutError
        shown = self._shorten(text)
        self.characters += len(shown)
        self.lines += shown.count("\n")
        if shown:
            if self.names and self.names[-1] == name:
                self.texts[-1] += shown
            else:
                self.texts.append(shown)
                self.names.append(name)
        if self.characters > MAX_CHARACTERS or self.lines > MAX_LINES:
            self.flush()
            self.cut = True
            page.cut()
            raise OutputCutError
        if self.flushes < _AT_ONCE or time.monotonic() - self.last > _INTERVAL:
            self.flush()

    def flush(self) -> None:
        """Show what was collected."""
        self.last = time.monotonic()
        if self.texts:
            self.flushes += 1
            page.output(self.texts, self.names)
            self.texts, self.names = [], []

    def _shorten(self, text: str) -> str:
        """Whole lines lose the library's frames; the pieces of a line pass as they are."""
        for real, shown in self.paths.items():
            text = text.replace(real, shown)
        kept: list[str] = []
        for line in text.splitlines(keepends=True):
            whole = self.at_line_start and line.endswith("\n")
            if not whole:
                kept.append(line)
            elif (short := self.shortener.feed(line[:-1])) is not None:
                kept.append(f"{short}\n")
            self.at_line_start = line.endswith("\n")
        return "".join(kept)


class _Raw(io.RawIOBase):
    """The bottom of a standard stream."""

    def __init__(self, output: Output, name: str) -> None:
        super().__init__()
        self.output = output
        self.stream = name
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        """Always."""
        return True

    def fileno(self) -> int:
        """As natively; some programs ask."""
        return 1 if self.stream == "stdout" else 2

    def write(self, data: Any) -> int:
        """Decode what came and pass it on."""
        text = self.decoder.decode(bytes(data))
        if text:
            self.output.write(text, self.stream)
        return len(data)


def open_stream(output: Output, name: str) -> io.TextIOWrapper:
    """A stream as Python opens it on a terminal: whole lines at once."""
    buffer = io.BufferedWriter(_Raw(output, name))
    return io.TextIOWrapper(buffer, encoding="utf-8", line_buffering=True, write_through=False)
