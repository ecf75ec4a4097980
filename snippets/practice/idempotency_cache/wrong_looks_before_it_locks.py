# /// script
# [tool.practice]
# fails = "test_two_calls_at_the_same_time_run_it_once"
# hint = """
# All five calls looked for a result before the first one had any, and each of them \
# then ran the operation when its turn came. What was true before you waited for the \
# lock has to be checked again behind it.
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
            value = await operation()
            self._results[key] = Result(value, self._clock() + self._ttl)
            return value

    def _forget_expired(self) -> None:
        now = self._clock()
        for key, result in list(self._results.items()):
            if now < result.expires:
                break
            del self._results[key]
