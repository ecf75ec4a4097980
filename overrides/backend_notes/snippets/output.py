"""Make output comparable: volatile parts become fixed, plausible values.

A rule rewrites, it never deletes: a line that is there for the reader is there for the check.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Mapping

_TIMESTAMP = re.compile(
    r"\b\d{4}-\d\d-\d\d(?P<gap>[T ])\d\d:\d\d:\d\d(?P<fraction>[.,]\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
_CLOCK = re.compile(r"(?<![\d:-])\d\d:\d\d:\d\d(?P<fraction>[.,]\d+)?(?![\d:])")
_EPOCH = re.compile(r"\b1[6-9]\d{8}(?P<fraction>\.\d+)?\b")
_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I)
_HEX_ID = re.compile(r"\b(?=[0-9a-f]*\d)(?:[0-9a-f]{32}|[0-9a-f]{16})\b")
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b", re.I)
_PORT = re.compile(r"((?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1\])(?::|', ))\d{4,5}\b")
_PID = re.compile(r"((?:process|pid|PID)(?: |=|: |\": )?\[?)\d{2,7}\b")
_FIGURE = re.compile(
    r"\b(?P<number>\d+(?:[.,]\d+)?)(?P<unit> ?(?:ns|µs|ms|s|times|kB|MB|%|/s)(?!\w))"
)
_LEASED_NAME = re.compile(r"\bnotes_[0-9a-f]{8}_\d+_[0-9a-f]{8}\b")  # services/lease.py
_FRAME = re.compile(r'^(?P<margin>[ |+-]*?)  File "(?P<file>[^"]+)", line \d+')
_NOTE = "  [library frames]"
_CARETS = re.compile(r"^[ |]*[~^]+[ ~^]*$")

_NAMESPACE = uuid.UUID("6f1d2c3b-4a59-4e68-8f77-90a1b2c3d4e5")
# How far a figure may lie from the recorded one, as a factor. How long something takes depends on
# what else the machine does; a ratio, a size or a rate ten times as large tells another story.
_TOLERANCE = 10.0
_TOLERANCE_OF_DURATIONS = 100.0
_DURATIONS = {"ns", "µs", "ms", "s"}


def _fraction(match: re.Match[str]) -> str:
    found = match["fraction"] or ""
    return found[:1] + "0" * (len(found) - 1)


def _times(text: str) -> str:
    """Dates and times of day, in logs too."""
    text = _TIMESTAMP.sub(
        lambda m: f"2026-01-15{m['gap']}09:30:00{_fraction(m)}{m['zone'] or ''}", text
    )
    text = _CLOCK.sub(lambda m: f"09:30:00{_fraction(m)}", text)
    return _EPOCH.sub(lambda m: f"1768469400{_fraction(m)}", text)


def _numbered(pattern: re.Pattern[str], make: Callable[[int, str], str], text: str) -> str:
    """Replace what matches by the n-th fixed value, the same for the same match."""
    seen: dict[str, int] = {}
    return pattern.sub(lambda m: make(seen.setdefault(m[0], len(seen) + 1), m[0]), text)


def _ids(text: str) -> str:
    """UUIDs, and identifiers of 16 or 32 hexadecimal digits."""
    text = _numbered(_UUID, lambda n, _: str(uuid.uuid5(_NAMESPACE, str(n))), text)
    return _numbered(
        _HEX_ID, lambda n, old: uuid.uuid5(_NAMESPACE, f"hex {n}").hex[: len(old)], text
    )


def _addresses(text: str) -> str:
    """Addresses of objects in memory, such as `0x7f0000000010`."""
    return _numbered(_ADDRESS, lambda n, _: f"0x7f{n * 16:010x}", text)


def _ports(text: str) -> str:
    """The ports of this machine's own addresses."""
    return _PORT.sub(r"\g<1>8000", text)


def _pids(text: str) -> str:
    """The numbers of processes."""
    return _PID.sub(r"\g<1>4242", text)


def _figures(text: str) -> str:
    """Numbers with a unit: the recorded one stands while the new one is of its magnitude."""
    return text  # see `settle`


# Each says in its docstring what it rewrites; the page for contributors shows it.
RULES: dict[str, Callable[[str], str]] = {
    "times": _times,
    "ids": _ids,
    "addresses": _addresses,
    "ports": _ports,
    "pids": _pids,
    "figures": _figures,
}


def unknown_rules(names: Iterable[str]) -> list[str]:
    """The names that no rule has."""
    return sorted(set(names) - set(RULES))


def normalise(text: str, rules: Iterable[str], paths: Mapping[str, str]) -> str:
    """Rewrite the volatile parts of a program's output.

    Args:
        text: what it printed.
        rules: names of `RULES`, from the snippet's header.
        paths: this machine's folders and what a reader sees instead; applied always, as are the
            names of databases made for one run.
    """
    text = _shorten_tracebacks(text, tuple(paths))
    for real in sorted(paths, key=len, reverse=True):
        text = text.replace(real, paths[real])
    text = _LEASED_NAME.sub("orders", text)
    for name in rules:
        text = RULES[name](text)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


class TracebackShortener:
    """Library frames become one line, and the carets of Python 3.11 and later go.

    Both differ between versions of Python and of the library; the reader's own lines do not.

    Args:
        own: folders of the reader's own files.
    """

    def __init__(self, own: tuple[str, ...]) -> None:
        self.own = own
        self._in_library = False
        self._last: str | None = None

    def feed(self, line: str) -> str | None:
        """The next line as it is to be shown; None for a line to leave out."""
        frame = _FRAME.match(line)
        if frame:
            self._in_library = _is_library(frame["file"], self.own)
            if self._in_library:
                return self._keep(f"{frame['margin']}{_NOTE}", once=True)
        elif self._in_library and line.startswith(f"{(self._last or '').removesuffix(_NOTE)}    "):
            return None
        else:
            self._in_library = False
        return None if _CARETS.match(line) else self._keep(line)

    def _keep(self, line: str, *, once: bool = False) -> str | None:
        if once and line == self._last:
            return None
        self._last = line
        return line


def _shorten_tracebacks(text: str, own: tuple[str, ...]) -> str:
    shortener = TracebackShortener(own)
    lines = (shortener.feed(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line is not None)


def _is_library(file: str, own: tuple[str, ...]) -> bool:
    """Whether a frame's file is neither the reader's nor a made-up name such as `<string>`."""
    if file.startswith("<"):
        return file.startswith("<frozen")
    return "/site-packages/" in file or not file.startswith(own)


def settle(recorded: str, new: str, rules: Iterable[str]) -> str:
    """Keep recorded figures that the new ones confirm.

    With the rule `figures`, a line whose figures (numbers with a unit) all lie within a factor of
    ten of the recorded ones, durations of a hundred, and which is otherwise the same, stands as it
    was recorded.
    """
    old_lines, new_lines = recorded.splitlines(), new.splitlines()
    if "figures" not in set(rules) or len(old_lines) != len(new_lines):
        return new
    lines = [a if _same_magnitude(a, b) else b for a, b in zip(old_lines, new_lines, strict=True)]
    return "".join(f"{line}\n" for line in lines)


def _same_magnitude(old: str, new: str) -> bool:
    if _FIGURE.sub(r"N\g<unit>", old) != _FIGURE.sub(r"N\g<unit>", new):
        return False
    return all(map(_close, _FIGURE.finditer(old), _FIGURE.finditer(new)))


def _close(a: re.Match[str], b: re.Match[str]) -> bool:
    low, high = sorted(float(match["number"].replace(",", "")) for match in (a, b))
    duration = a["unit"].strip() in _DURATIONS
    return high <= low * (_TOLERANCE_OF_DURATIONS if duration else _TOLERANCE) or high < 1
