# /// script
# [tool.practice]
# fails = "test_nothing_is_left_of_a_key_that_is_over"
# hint = """
# The results expire and the locks stay, one for every key that was ever seen: a leak \
# that takes a week to show. A lock is of use only while some call holds it or waits \
# for it.
# """
# ///
import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any


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
        self._locks: dict[str, asyncio.Lock] = {}

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
