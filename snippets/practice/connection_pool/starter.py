from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Connection(Protocol):
    """What the pool needs to know about a connection: how it is closed."""

    async def close(self) -> None: ...


class PoolClosed(Exception):
    """The pool gives out no more connections."""


class Pool:
    """Lends a few connections to many tasks."""

    def __init__(
        self,
        connect: Callable[[], Awaitable[Connection]],
        min_size: int,
        max_size: int,
    ) -> None:
        """Remember how a connection is opened; nothing is opened yet.

        Opening takes time and may fail. There are never more than `max_size`
        connections, those being opened included.
        """
        raise NotImplementedError

    async def start(self) -> None:
        """Open `min_size` connections.

        An error of `connect` reaches the caller and costs the pool no place.
        """
        raise NotImplementedError

    async def acquire(self, timeout: float | None = None) -> Connection:
        """Borrow a connection: idle, or new, or the next that comes back.

        Who has waited longest is served first. A wait ends as soon as a
        connection is there. Whoever gives up or is cancelled, waiting or
        opening, leaves the pool as if it had never asked. An error of
        `connect` reaches the caller.

        Raises:
            TimeoutError: none after `timeout` seconds, opening included.
            PoolClosed: the pool is closed, or was closed during the wait.
        """
        raise NotImplementedError

    async def release(self, connection: Connection) -> None:
        """Give a borrowed connection back. In a closed pool it is closed.

        Raises:
            ValueError: it is not borrowed, or has been given back already.
        """
        raise NotImplementedError

    def connection(
        self, timeout: float | None = None
    ) -> AbstractAsyncContextManager[Connection]:
        """Borrow for a block: `async with pool.connection() as c: ...`."""
        raise NotImplementedError

    async def close(self) -> None:
        """Close the idle connections, and turn away everyone who waits.

        A borrowed connection lives until it is given back. Closing again does
        nothing.
        """
        raise NotImplementedError
