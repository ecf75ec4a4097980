# /// script
# [tool.practice]
# fails = "test_the_time_counts_from_the_end_of_the_operation"
# hint = """
# You look at the clock before the operation, so the time that it takes is missing \
# from the life of its result. A slow payment is the one whose caller is most likely \
# to ask again.
# """
# ///
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
                expires = self._clock() + self._ttl
                self._results[key] = Result(await operation(), expires)
            return self._results[key].value

    def _forget_expired(self) -> None:
        now = self._clock()
        for key, result in list(self._results.items()):
            if now < result.expires:
                break
            del self._results[key]
