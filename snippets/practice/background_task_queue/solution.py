# --8<-- [start:solution]
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
            except Exception as error:
                record.error = f"{type(error).__name__}: {error}"
                record.status = "failed"
            finally:
                self._waiting.task_done()


# --8<-- [end:solution]

if __name__ == "__main__":
    # --8<-- [start:example]
    async def print_label(order: str) -> str:
        await asyncio.sleep(0)  # the printer works
        if order == "A-18":
            raise ValueError("no address")
        return f"label of {order}"

    async def main() -> None:
        queue = TaskQueue(workers=2)
        await queue.start()
        ids = [queue.enqueue(print_label, f"A-{n}") for n in range(17, 20)]
        print("at once:", queue.status(ids[0]))
        await queue.stop()
        for task_id in ids:
            print(queue.status(task_id))
        print("unknown:", queue.status("no-such-id"))
        try:
            queue.enqueue(print_label, "A-20")
        except QueueStopped:
            print("A-20: the queue is stopped")

    asyncio.run(main())
    # --8<-- [end:example]
