# /// script
# [tool.practice]
# fails = "test_keys_do_not_wait_for_each_other"
# hint = """
# One lock for all keys makes every payment wait for the one before, and a slow bank \
# stops the whole service. Only calls with the same key have to wait for each other.
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
        self._lock = asyncio.Lock()

    async def run(self, key: str, operation: Callable[[], Awaitable[Any]]) -> Any:
        """Return the result of `operation`, or the one that `key` has already."""
        self._forget_expired()
        if key in self._results:
            return self._results[key].value
        async with self._lock:
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
