"""Event loops that run and wait inside one synchronous call.

A program's `asyncio.run` drives a loop of its own to its end, as on a server. Where a server would
have a second thread with a loop (TestClient's portal, a synchronous endpoint), its loop is pumped
by whoever waits for it.

asyncio has no public way to do this. What is marked `type: ignore` here is private to CPython,
which its published types leave out, and is written for the one Python that Pyodide ships.
"""

from __future__ import annotations

import sys
from asyncio import base_events, events, tasks
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

from backend_notes.browser.page import sleep

NOTHING_CAN_WAKE_IT = (
    "the program waits, and nothing in the browser can wake it: threads and sockets, which could,"
    " do not exist here"
)


class _Selector:
    """Waits for nothing but time."""

    def select(self, timeout: float | None) -> list[Any]:
        """Sleep until the next timer."""
        if timeout is None:
            raise RuntimeError(NOTHING_CAN_WAKE_IT)
        if timeout > 0:
            sleep(timeout)
        return []


class Loop(base_events.BaseEventLoop):
    """asyncio's own loop without sockets, signals and threads."""

    _ready: Any
    _scheduled: Any

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()

    def has_work(self) -> bool:
        """Whether something can run now."""
        return bool(self._ready) or self.seconds_to_timer() == 0

    def seconds_to_timer(self) -> float | None:
        """How long until the next timer; None where there is none."""
        whens = [handle._when for handle in self._scheduled if not handle.cancelled()]
        return max(0.0, min(whens) - self.time()) if whens else None

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> Any:
        """Run in the place of the default thread pool; any other executor starts real threads."""
        if executor is not None:
            return super().run_in_executor(executor, func, *args)
        future = self.create_future()
        try:
            with instead_of_thread(self):
                result = func(*args)
        except BaseException as error:
            if isinstance(error, StopIteration):
                error = RuntimeError("coroutine raised StopIteration")
            self.call_soon(_unless_done, future, future.set_exception, error)
        else:
            self.call_soon(_unless_done, future, future.set_result, result)
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """There is none."""

    def add_signal_handler(  # type: ignore[override]
        self, sig: int, callback: Callable[..., Any], *args: Any
    ) -> None:
        """Nobody sends signals to a worker."""

    def remove_signal_handler(self, _sig: int) -> bool:
        """Nothing was added."""
        return False

    def _process_events(self, event_list: list[Any]) -> None:
        """The selector reports none."""

    def _write_to_self(self) -> None:
        """Nobody waits in another thread."""


def _unless_done(future: Any, settle: Callable[[Any], None], value: Any) -> None:
    if not future.done():
        settle(value)


# Loops whose thread, on a server, would be free to run them now.
_idle: list[Loop] = []
# Loops that would have a thread of their own.
_portals: set[Loop] = set()


def use_loops() -> None:
    """Make `asyncio.run` and `asyncio.new_event_loop` take loops of this kind."""

    class Policy(events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined,misc]
        def new_event_loop(self) -> Loop:
            return Loop()

    events._event_loop_policy = Policy()  # type: ignore[attr-defined]


@contextmanager
def detached() -> Iterator[None]:
    """Leave the loop and the task that run now, as code in another thread is outside of them."""
    loop = events._get_running_loop()
    task = tasks._swap_current_task(loop, None) if loop else None  # type: ignore[attr-defined]
    events._set_running_loop(None)
    try:
        yield
    finally:
        events._set_running_loop(loop)
        if loop:
            tasks._swap_current_task(loop, task)  # type: ignore[attr-defined]


@contextmanager
def instead_of_thread(loop: Loop) -> Iterator[None]:
    """Run a block inside a callback of a loop as if it ran in a thread beside it."""
    _idle.append(loop)
    try:
        with detached():
            yield
    finally:
        _idle.remove(loop)


@contextmanager
def portal_loop() -> Iterator[Loop]:
    """A loop as in a thread of its own: whoever waits in the block pumps it."""
    loop = Loop()
    loop._thread_id = get_ident()  # type: ignore[attr-defined]
    _idle.append(loop)
    _portals.add(loop)
    try:
        yield loop
        wait_until(lambda: not tasks.all_tasks(loop))
        shutdown = loop.create_task(loop.shutdown_asyncgens())
        wait_until(shutdown.done)
    finally:
        _portals.discard(loop)
        _idle.remove(loop)
        loop._thread_id = None  # type: ignore[attr-defined]
        loop.close()


def thread_ident() -> int:
    """`threading.get_ident`, which tells portals and the code outside of them apart."""
    loop = events._get_running_loop()
    return id(loop) if loop in _portals else get_ident()


def wait_until(done: Callable[[], bool], timeout: float | None = None) -> bool:
    """Run the idle loops until a condition holds; False where the time was up before.

    Raises:
        RuntimeError: no loop has anything left to do, so that it can never hold.
    """
    clock = Loop.time
    deadline = None if timeout is None else clock(_CLOCK) + timeout
    while not done():
        left = None if deadline is None else deadline - clock(_CLOCK)
        if left is not None and left <= 0:
            return False
        busy = [loop for loop in reversed(_idle) if loop.has_work()]
        for loop in busy:
            run_once(loop)
            if done():
                break
        if not busy:
            pauses = [pause for loop in _idle if (pause := loop.seconds_to_timer()) is not None]
            if left is not None:
                pauses.append(left)
            if not pauses:
                raise RuntimeError(NOTHING_CAN_WAKE_IT)
            sleep(min(pauses))
    return True


def run_once(loop: Loop) -> None:
    """One turn of a loop, whatever runs around it."""
    _idle.remove(loop)
    hooks = sys.get_asyncgen_hooks()
    try:
        with detached():
            sys.set_asyncgen_hooks(
                firstiter=loop._asyncgen_firstiter_hook,  # type: ignore[attr-defined]
                finalizer=loop._asyncgen_finalizer_hook,  # type: ignore[attr-defined]
            )
            events._set_running_loop(loop)
            loop._run_once()  # type: ignore[attr-defined]
    finally:
        sys.set_asyncgen_hooks(*hooks)
        _idle.append(loop)


def forget_loops() -> None:
    """After a program that ended in the middle of things."""
    _idle.clear()
    _portals.clear()
    events._set_running_loop(None)


_CLOCK = Loop()
