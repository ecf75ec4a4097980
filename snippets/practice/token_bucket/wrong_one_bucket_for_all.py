# /// script
# [tool.practice]
# fails = "test_each_key_has_a_bucket_of_its_own"
# hint = """
# All keys draw from one bucket, so one busy client locks out every other. What \
# changes while the limiter works must be kept once for each key.
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
        self._bucket: Bucket | None = None

    def allow(self, key: str) -> bool:
        """Take one token from the bucket of `key`, if a whole one is there."""
        bucket = self._refilled(key)
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True

    def retry_after(self, key: str) -> float:
        """Seconds until `allow(key)` will say yes: 0 if it would do so now."""
        missing = 1 - self._refilled(key).tokens
        return max(0.0, missing / self._refill_rate)

    def _refilled(self, key: str) -> Bucket:
        """The bucket of `key`, refilled up to now."""
        now = self._clock()
        if self._bucket is None:
            self._bucket = Bucket(self._capacity, now)
        bucket = self._bucket
        back = (now - bucket.updated) * self._refill_rate
        bucket.tokens = min(self._capacity, bucket.tokens + back)
        bucket.updated = now
        return bucket
