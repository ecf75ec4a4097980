# /// script
# [tool.practice]
# fails = "test_a_waiter_that_gave_up_takes_no_connection_with_it"
# hint = """
# A waiter that timed out or was cancelled is still in your line, and the connection \
# is handed to nobody. Whoever leaves has to leave the line too.
# """
# ///
import asyncio
from collections import deque
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
        self._slots: list[Connection | None] = [None] * max_size
        self._waiting: deque[asyncio.Future[Connection | None]] = deque()

    def _put(self, slot: Connection | None) -> None:
        if not self._waiting:
            self._slots.append(slot)
            return
        turn = self._waiting.popleft()
        if not turn.done():
            turn.set_result(slot)

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
            connection = self._slots.pop() if self._slots else await self._turn()
            if self._closed:
                raise PoolClosed
            if connection is None:
                connection = await self._open()
        self._borrowed.add(connection)
        return connection

    async def _turn(self) -> Connection | None:
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[Connection | None] = loop.create_future()
        self._waiting.append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._put(turn.result())
            raise

    async def _open(self) -> Connection:
        try:
            return await self._connect()
        except BaseException:  # a cancellation too
            self._put(None)
            raise

    async def release(self, connection: Connection) -> None:
        """Give a borrowed connection back. In a closed pool it is closed."""
        if connection not in self._borrowed:
            raise ValueError("this connection is not borrowed from this pool")
        self._borrowed.remove(connection)
        if self._closed:
            await connection.close()
        else:
            self._put(connection)

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
        slots, self._slots = self._slots, []
        for turn in self._waiting:
            if not turn.done():
                turn.set_result(None)
        for connection in slots:
            if connection is not None:
                await connection.close()
