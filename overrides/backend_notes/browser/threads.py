"""What libraries do in threads, done at once by the one thread there is.

anyio's worker threads (synchronous endpoints and dependencies) and its portals (TestClient),
futures of other threads, aiosqlite's thread. Each is replaced at the smallest seam, so that the
libraries' own code decides everything else: order, context variables, cancellation, exceptions.
"""

from __future__ import annotations

import concurrent.futures as futures
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import Context
from typing import Any

from backend_notes.browser.event_loop import (
    instead_of_thread,
    portal_loop,
    thread_ident,
    wait_until,
)


def patch_futures() -> None:
    """Who waits for a future runs what would complete it."""
    result, exception = futures.Future.result, futures.Future.exception
    wait = futures.wait

    def waiting_result(self: Any, timeout: float | None = None) -> Any:
        wait_until(self.done, timeout)
        return result(self, 0)

    def waiting_exception(self: Any, timeout: float | None = None) -> Any:
        wait_until(self.done, timeout)
        return exception(self, 0)

    def waiting_wait(
        fs: Iterable[Any], timeout: float | None = None, return_when: str = futures.ALL_COMPLETED
    ) -> Any:
        fs = set(fs)
        enough = all if return_when == futures.ALL_COMPLETED else any
        wait_until(lambda: enough(f.done() for f in fs), timeout)
        return wait(fs, 0, return_when)

    futures.Future.result = waiting_result  # type: ignore[method-assign]
    futures.Future.exception = waiting_exception  # type: ignore[method-assign]
    futures.wait = waiting_wait


def patch_anyio_portals(from_thread: Any) -> None:
    """Portals without a thread."""
    from_thread.get_ident = thread_ident

    @contextmanager
    def start_blocking_portal(
        *_: object,
        **__: object,
    ) -> Iterator[Any]:
        opened: list[Any] = []

        async def run_portal() -> None:
            async with from_thread.BlockingPortal() as portal:
                opened.append(portal)
                await portal.sleep_until_stopped()

        with portal_loop() as loop:
            loop.create_task(run_portal(), context=Context())
            wait_until(lambda: bool(opened))
            portal, cancel = opened[0], True
            try:
                yield portal
                cancel = False
            finally:
                portal.call(portal.stop, cancel)

    from_thread.start_blocking_portal = start_blocking_portal


def patch_anyio_backend(backend: Any) -> None:
    """Worker threads that work at once: the queue that feeds one runs what it is given."""

    class Queue:
        def __init__(self, worker: Any) -> None:
            self.worker = worker

        def put_nowait(self, item: Any) -> None:
            if item is None:
                return
            context, func, args, future, scope = item
            result, error = None, None
            worker: Any = self.worker
            with (
                instead_of_thread(worker.loop),
                backend.claim_worker_thread(backend.AsyncIOBackend, worker.loop),
            ):
                backend.threadlocals.current_cancel_scope = scope
                try:
                    result = context.run(func, *args)
                except BaseException as raised:
                    error = raised
                finally:
                    del backend.threadlocals.current_cancel_scope
            worker.loop.call_soon(worker._report_result, future, result, error)

    class Worker(backend.WorkerThread):  # type: ignore[misc]
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            self.queue = Queue(self)

        def start(self) -> None:
            """Nothing to start."""

    backend.WorkerThread = Worker


def patch_aiosqlite(core: Any) -> None:
    """Database calls run at once instead of in the connection's thread."""

    class Queue:
        def put_nowait(self, item: tuple[Any, Callable[[], Any]]) -> None:
            future, function = item
            try:
                core.LOG.debug("executing %s", function)
                result = function()
                if future:
                    core.set_result(future, result)
                core.LOG.debug("operation %s completed", function)
            except BaseException as error:
                core.LOG.debug("returning exception %s", error)
                if future:
                    core.set_exception(future, error)

    class Thread:
        daemon = True

        def __init__(self, **_: Any) -> None:
            """Like a thread that has nothing to do."""

        def start(self) -> None:
            """Nothing to start."""

        def is_alive(self) -> bool:
            """It never runs."""
            return False

        def join(self, timeout: float | None = None) -> None:
            """It has ended."""

    core.SimpleQueue, core.Thread = Queue, Thread
