# /// script
# [tool.practice]
# fails = "test_closing_turns_away_everyone_who_waits"
# hint = """
# Your `close` tells only those who ask later; a task that is waiting already goes on \
# waiting for a connection that will never come. Wake them, and let each find out that \
# the pool is closed.
# """
# ///
import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
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
        self._connect = connect
        self._min_size = min_size
        self._borrowed: set[Connection] = set()
        self._closed = False
        # One slot for each connection there may be, None if it is still to be
        # opened. The last put in is the first taken: idle goes before new.
        self._slots: asyncio.LifoQueue[Connection | None] = asyncio.LifoQueue()
        for _ in range(max_size):
            self._slots.put_nowait(None)

    async def start(self) -> None:
        """Open `min_size` connections."""
        opened: list[Connection] = []
        try:
            while len(opened) < self._min_size:
                opened.append(await self.acquire())
        finally:
            for connection in opened:
                await self.release(connection)

    async def acquire(self, timeout: float | None = None) -> Connection:
        """Borrow a connection: idle, or new, or the next that comes back."""
        async with asyncio.timeout(timeout):
            if self._closed:
                raise PoolClosed
            connection = await self._slots.get()
            if connection is None:
                connection = await self._open()
        self._borrowed.add(connection)
        return connection

    async def _open(self) -> Connection:
        try:
            return await self._connect()
        except BaseException:  # a cancellation too
            self._slots.put_nowait(None)
            raise

    async def release(self, connection: Connection) -> None:
        """Give a borrowed connection back. In a closed pool it is closed."""
        if connection not in self._borrowed:
            raise ValueError("this connection is not borrowed from this pool")
        self._borrowed.remove(connection)
        if self._closed:
            await connection.close()
        else:
            self._slots.put_nowait(connection)

    @asynccontextmanager
    async def connection(
        self, timeout: float | None = None
    ) -> AsyncIterator[Connection]:
        """Borrow for a block: `async with pool.connection() as c: ...`."""
        connection = await self.acquire(timeout)
        try:
            yield connection
        finally:
            await self.release(connection)

    async def close(self) -> None:
        """Close the idle connections, and turn away everyone who waits."""
        self._closed = True
        slots = [self._slots.get_nowait() for _ in range(self._slots.qsize())]
        for connection in slots:
            if connection is not None:
                await connection.close()
