from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any


@dataclass
class Record:
    """What is known of a task.

    Attributes:
        status: "queued", "running", "done" or "failed".
        result: what the task returned, once it is done.
        error: the kind and the text of its exception, once it has failed, such
            as "ValueError: no such order".
    """

    status: str = "queued"
    result: Any = None
    error: str | None = None


class QueueStopped(Exception):
    """The queue takes no more tasks."""


class TaskQueue:
    """Runs tasks in the background and knows how each one does.

    A task that raises an exception has failed; the others go on as if nothing
    was.
    """

    def __init__(self, workers: int) -> None:
        """Remember how many tasks may run at the same time."""
        raise NotImplementedError

    async def start(self) -> None:
        """Start working. What was enqueued before is worked on first."""
        raise NotImplementedError

    def enqueue(self, task: Callable[..., Awaitable[Any]], *args: Any) -> str:
        """Queue the call `task(*args)` and return its id at once.

        Tasks begin in the order in which they were queued. No two have the
        same id.

        Raises:
            QueueStopped: `stop` has been called.
        """
        raise NotImplementedError

    def status(self, task_id: str) -> Record | None:
        """The record of a task as it is now; None if there is no such task."""
        raise NotImplementedError

    async def stop(self) -> None:
        """Take no more tasks, finish those that were taken, then return.

        Afterwards no asyncio task of the queue is left. Stopping again does no
        harm.
        """
        raise NotImplementedError
