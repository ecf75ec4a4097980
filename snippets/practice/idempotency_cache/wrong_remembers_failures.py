# /// script
# [tool.practice]
# fails = "test_a_failure_is_not_remembered"
# hint = """
# You keep the exception as if it were a result, so one bad minute at the bank is \
# repeated to the customer until it expires. What failed has not been done: the next \
# call has to try.
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
            value = self._results[key].value
            if isinstance(value, Exception):
                raise value
            return value
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            if key not in self._results:  # somebody may have been faster
                try:
                    value = await operation()
                except Exception as error:
                    value = error
                self._results[key] = Result(value, self._clock() + self._ttl)
            value = self._results[key].value
            if isinstance(value, Exception):
                raise value
            return value

    def _forget_expired(self) -> None:
        now = self._clock()
        for key, result in list(self._results.items()):
            if now < result.expires:
                break
            del self._results[key]
