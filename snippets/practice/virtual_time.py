"""`asyncio.run` for tests: a second of sleep costs nothing, and a deadlock says so.

The loop's clock stands still while a task runs and jumps to the next timer when all
of them wait. So the order of events is the same at every run, on every machine and in
the browser, which has no sockets and no threads for asyncio's own loops.
"""

from __future__ import annotations

import asyncio
from asyncio import events, tasks
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")

# A loop that polls for something that never comes would jump for ever.
MOST_JUMPS = 50_000


class StuckError(RuntimeError):
    """Nothing can go on.

    Attributes:
        frames: where the tasks wait, the innermost frame of each last.
    """

    def __init__(self, message: str, frames: list[FrameType]) -> None:
        super().__init__(message)
        self.frames = frames


class VirtualTimeLoop(asyncio.BaseEventLoop):
    """An event loop without input, output and waiting."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        self._jumps = 0
        self._selector = self  # what BaseEventLoop asks to wait
        self.set_exception_handler(lambda *_: None)  # the test says what went wrong

    def time(self) -> float:
        """Seconds since the loop was made, none of which has passed."""
        return self._now

    def select(self, timeout: float | None) -> list[Any]:
        """Called by the loop between two rounds: jump to the next timer."""
        if timeout is None:
            raise StuckError(
                "every task waits, and nothing is left that could wake one",
                _waiting_frames(self),
            )
        self._now += timeout
        self._jumps += timeout > 0
        if self._jumps > MOST_JUMPS:
            raise StuckError(
                f"a task slept {MOST_JUMPS:,} times, and what it waits for never came",
                _waiting_frames(self),
            )
        return []

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """Wakes a loop that sleeps; this one does not."""


def run(main: Coroutine[Any, Any, T], **_: Any) -> T:
    """Like asyncio.run, on a loop of virtual time.

    Raises:
        StuckError: no task can go on.
    """
    loop = VirtualTimeLoop()
    with _detached():
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                return runner.run(main)
        finally:
            loop.close()


@contextmanager
def in_place_of_asyncio_run() -> Iterator[None]:
    """Let `asyncio.run` mean the `run` of this module."""
    original: Callable[..., Any] = asyncio.run
    asyncio.run = run
    try:
        yield
    finally:
        asyncio.run = original


@contextmanager
def _detached() -> Iterator[None]:
    """Leave the loop that runs already, as one always does in the browser."""
    outer = events._get_running_loop()
    swap = getattr(tasks, "_swap_current_task", None)  # from Python 3.12
    task = swap(outer, None) if outer and swap else None
    events._set_running_loop(None)
    try:
        yield
    finally:
        events._set_running_loop(outer)
        if outer and swap:
            swap(outer, task)


def _waiting_frames(loop: asyncio.AbstractEventLoop) -> list[FrameType]:
    """The frames of the tasks that wait, from the outermost to the innermost."""
    frames: list[FrameType] = []
    for task in asyncio.all_tasks(loop):
        inner: Any = task.get_coro()
        while frame := getattr(inner, "cr_frame", None):
            frames.append(frame)
            inner = inner.cr_await
    return frames
