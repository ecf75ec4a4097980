# /// script
# [tool.practice]
# fails = "test_one_token_comes_back_after_the_other"
# hint = """
# Your bucket stays empty and is then filled in one go, which is a fixed window: \
# around its edge a client gets two full bursts. In a token bucket the tokens come \
# back one by one, in proportion to the time that has passed.
# """
# ///
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Bucket:
    """How many tokens there were, and when that was true."""

    tokens: float
    updated: float


class RateLimiter:
    """Lets each key through in short bursts and at a steady rate."""

    def __init__(
        self,
        capacity: int,
        refill_rate: float,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._capacity = capacity
        self._refill_rate = refill_rate
        self._clock = clock or time.monotonic
        self._buckets: dict[str, Bucket] = {}

    def allow(self, key: str) -> bool:
        """Take one token from the bucket of `key`, if a whole one is there."""
        bucket = self._refilled(key)
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True

    def retry_after(self, key: str) -> float:
        """Seconds until `allow(key)` will say yes: 0 if it would do so now."""
        bucket = self._refilled(key)
        if bucket.tokens >= 1:
            return 0.0
        window = self._capacity / self._refill_rate
        return bucket.updated + window - self._clock()

    def _refilled(self, key: str) -> Bucket:
        """The bucket of `key`, refilled up to now."""
        now = self._clock()
        bucket = self._buckets.setdefault(key, Bucket(self._capacity, now))
        window = self._capacity / self._refill_rate
        if now - bucket.updated >= window:
            bucket.tokens = self._capacity
            bucket.updated = now
        return bucket
