# --8<-- [start:solution]
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
        missing = 1 - self._refilled(key).tokens
        return max(0.0, missing / self._refill_rate)

    def _refilled(self, key: str) -> Bucket:
        """The bucket of `key`, refilled up to now."""
        now = self._clock()
        bucket = self._buckets.setdefault(key, Bucket(self._capacity, now))
        back = (now - bucket.updated) * self._refill_rate
        bucket.tokens = min(self._capacity, bucket.tokens + back)
        bucket.updated = now
        return bucket


# --8<-- [end:solution]

if __name__ == "__main__":
    # --8<-- [start:example]
    seconds = 0.0
    limiter = RateLimiter(capacity=3, refill_rate=0.5, clock=lambda: seconds)

    print("burst:", [limiter.allow("scanner-7") for _ in range(4)])
    print("another key:", limiter.allow("scanner-8"))
    print("retry after:", limiter.retry_after("scanner-7"), "s")

    for seconds in (1.0, 2.0, 3.0, 4.0):
        print(f"after {seconds:.0f} s:", limiter.allow("scanner-7"))
    # --8<-- [end:example]
