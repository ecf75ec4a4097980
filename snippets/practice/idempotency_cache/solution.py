# --8<-- [start:solution]
import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary


@dataclass
class Result:
    """What an operation returned, and until when that counts."""

    value: Any
    expires: float


class IdempotencyCache:
    """Runs an operation once for each key, and repeats its result."""

    def __init__(self, ttl: float, clock: Callable[[], float]) -> None:
        self._ttl = ttl
        self._clock = clock
        self._results: dict[str, Result] = {}  # in order of expiry
        # A lock lives as long as some call holds it or waits for it.
        self._locks = WeakValueDictionary[str, asyncio.Lock]()

    async def run(self, key: str, operation: Callable[[], Awaitable[Any]]) -> Any:
        """Return the result of `operation`, or the one that `key` has already."""
        self._forget_expired()
        if key in self._results:
            return self._results[key].value
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            if key not in self._results:  # somebody may have been faster
                value = await operation()
                self._results[key] = Result(value, self._clock() + self._ttl)
            return self._results[key].value

    def _forget_expired(self) -> None:
        now = self._clock()
        for key, result in list(self._results.items()):
            if now < result.expires:
                break
            del self._results[key]


# --8<-- [end:solution]

if __name__ == "__main__":
    # --8<-- [start:example]
    async def charge() -> str:
        print("charging the card")
        await asyncio.sleep(0)  # the payment provider works
        return "payment 4711"

    async def main() -> None:
        seconds = 0.0
        cache = IdempotencyCache(ttl=86_400, clock=lambda: seconds)
        twice = await asyncio.gather(
            cache.run("order-A-17", charge), cache.run("order-A-17", charge)
        )
        print("a double click:", twice)
        print("another order:", await cache.run("order-A-18", charge))
        seconds = 86_400.0
        print("a day later:", await cache.run("order-A-17", charge))

    asyncio.run(main())
    # --8<-- [end:example]
