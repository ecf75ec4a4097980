"""The page around the worker: what it is told, and how time passes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


def _ignore(*_: object) -> None:
    """Until a worker installs itself."""


@dataclass
class Page:
    """Functions of the worker's JavaScript.

    Attributes:
        output: takes texts and the streams they were written to, in order.
        chunk: takes a part of a response's body.
        begin: takes the name of the test that starts.
        cut: told that a program wrote too much and is to end.
        pause: sleeps some milliseconds.
    """

    output: Callable[[list[str], list[str]], object] = _ignore
    chunk: Callable[[str], object] = _ignore
    begin: Callable[[str], object] = _ignore
    cut: Callable[[], object] = _ignore
    pause: Callable[[float], object] = field(default=lambda ms: time.sleep(ms / 1000))
    before_sleep: Callable[[], object] = _ignore


page = Page()


def sleep(seconds: float) -> None:
    """Wait; what was printed so far is shown meanwhile."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    page.before_sleep()
    if seconds:
        page.pause(seconds * 1000)
