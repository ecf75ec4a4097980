# --8<-- [start:solution]
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
            connection = await self._slots.get()
            if self._closed:
                self._slots.put_nowait(None)  # wakes the next one who waits
                raise PoolClosed
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
        self._slots.put_nowait(None)
        for connection in slots:
            if connection is not None:
                await connection.close()


# --8<-- [end:solution]

if __name__ == "__main__":
    # --8<-- [start:example]
    class FakeConnection:
        async def close(self) -> None:
            print("closed")

    async def connect() -> FakeConnection:
        print("opened")
        return FakeConnection()

    async def pick(pool: Pool, order: str) -> None:
        async with pool.connection():
            print("picking", order)
            await asyncio.sleep(0)  # the database works
        print("done with", order)

    async def main() -> None:
        pool = Pool(connect, min_size=1, max_size=2)
        await pool.start()
        await asyncio.gather(*[pick(pool, f"A-{n}") for n in range(17, 21)])
        async with pool.connection(), pool.connection():
            try:
                await pool.acquire(timeout=0.01)
            except TimeoutError:
                print("both are in use: timeout")
        await pool.close()

    asyncio.run(main())
    # --8<-- [end:example]
