"""Stands in for greenlet, which has no WebAssembly build, as far as SQLAlchemy's asyncio goes.

SQLAlchemy runs synchronous code in a greenlet that switches to its parent with every awaitable.
Here the code runs to its end at once, and each awaitable is driven on the spot: with aiosqlite
every one of them is ready.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from backend_notes.browser.event_loop import instead_of_thread, wait_until


class greenlet:  # noqa: N801 - the name that is stood in for
    """One call of synchronous code, or the code around all of them."""

    def __init__(self, run: Callable[..., Any] | None = None, parent: Any = None) -> None:
        self.run = run
        self.parent = parent
        self.dead = False
        self.gr_context = None
        self._switched = False
        self._result: Any = None

    def switch(self, *args: Any, **kwargs: Any) -> Any:
        """Run the code; or, called by that code on its parent, wait for an awaitable.

        Code that has waited answers with one more awaitable, because its caller counts them.
        """
        global _current
        if self.run is None:
            _current._switched = True
            return _wait_for(args[0])
        if self._switched:
            self.dead = True
            return self._result
        outer, _current = _current, self
        try:
            self._result = self.run(*args, **kwargs)
        except BaseException:
            self.dead = True
            raise
        finally:
            _current = outer
        self.dead = not self._switched
        return _Nothing() if self._switched else self._result


class _Nothing:
    def __await__(self) -> Generator[Any, Any, None]:
        return
        yield


def _wait_for(awaitable: Awaitable[Any]) -> Any:
    """Drive an awaitable to its end, within the task that runs now."""
    global _current
    outer, _current = _current, _main
    steps = awaitable.__await__()
    cancelled = False
    try:
        while True:
            future = steps.throw(asyncio.CancelledError()) if cancelled else steps.send(None)
            cancelled = _let_others_run(future)
    except StopIteration as end:
        return end.value
    finally:
        _current = outer


def _let_others_run(future: Any) -> bool:
    """Turn the loop until what the task waits for is there; True where the task was cancelled."""
    loop: Any = asyncio.get_running_loop()
    task: Any = asyncio.current_task()
    turns = iter((False, True))
    if future is not None:
        future._asyncio_future_blocking = False

    def settled() -> bool:
        return task._must_cancel or (next(turns) if future is None else future.done())

    with instead_of_thread(loop):
        wait_until(settled)
    if task._must_cancel and future is not None:
        future.cancel()
    return bool(task._must_cancel)


def getcurrent() -> greenlet:
    """The call that runs now."""
    return _current


_main = greenlet()
_current = _main
