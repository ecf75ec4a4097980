# /// script
# [tool.practice]
# fails = "test_stop_returns_although_tasks_have_failed"
# hint = """
# `join` waits until every task that was put in has been reported as finished, and \
# yours reports only those that succeed. A failed task is finished too.
# """
# ///
import asyncio
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any


@dataclass
class Record:
    """What is known of a task."""

    status: str = "queued"
    result: Any = None
    error: str | None = None


class QueueStopped(Exception):
    """The queue takes no more tasks."""


Call = tuple[Record, Callable[..., Awaitable[Any]], tuple[Any, ...]]


class TaskQueue:
    """Runs tasks in the background and knows how each one does."""

    def __init__(self, workers: int) -> None:
        self._size = workers
        self._workers: list[asyncio.Task[None]] = []
        self._waiting: asyncio.Queue[Call] = asyncio.Queue()
        self._records: dict[str, Record] = {}
        self._stopped = False

    async def start(self) -> None:
        """Start the workers."""
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._size)]

    def enqueue(self, task: Callable[..., Awaitable[Any]], *args: Any) -> str:
        """Queue the call `task(*args)` and return its id at once."""
        if self._stopped:
            raise QueueStopped
        task_id = uuid.uuid4().hex
        self._records[task_id] = Record()
        self._waiting.put_nowait((self._records[task_id], task, args))
        return task_id

    def status(self, task_id: str) -> Record | None:
        """The record of a task as it is now; None if there is no such task."""
        return self._records.get(task_id)

    async def stop(self) -> None:
        """Take no more tasks, finish those that were taken, then return."""
        self._stopped = True
        await self._waiting.join()  # until there was a task_done for each put
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def _work(self) -> None:
        while True:
            record, task, args = await self._waiting.get()
            record.status = "running"
            try:
                record.result = await task(*args)
                record.status = "done"
                self._waiting.task_done()
            except Exception as error:
                record.error = f"{type(error).__name__}: {error}"
                record.status = "failed"
