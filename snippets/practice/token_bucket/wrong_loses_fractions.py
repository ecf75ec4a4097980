# /// script
# [tool.practice]
# fails = "test_asking_too_early_and_often_does_not_slow_the_refill"
# hint = """
# Each question throws away the part of a token that has come back so far, so a client \
# that asks often enough never gets another. Keep the fraction, or leave the time of \
# the last refill where it was.
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
        bucket = self._buckets.get(key)
        if bucket is None or bucket.tokens >= 1:
            return 0.0
        waited = self._clock() - bucket.updated
        return max(0.0, (1 - bucket.tokens) / self._refill_rate - waited)

    def _refilled(self, key: str) -> Bucket:
        """The bucket of `key`, refilled up to now."""
        now = self._clock()
        bucket = self._buckets.setdefault(key, Bucket(self._capacity, now))
        back = int((now - bucket.updated) * self._refill_rate)
        bucket.tokens = min(self._capacity, bucket.tokens + back)
        bucket.updated = now
        return bucket
