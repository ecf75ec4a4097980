from collections.abc import Callable


class RateLimiter:
    """Lets each key through in short bursts and at a steady rate."""

    def __init__(
        self,
        capacity: int,
        refill_rate: float,
        clock: Callable[[], float] | None = None,
    ) -> None:
        """Give every key a bucket of tokens of its own.

        Args:
            capacity: tokens in a full bucket, and every bucket starts full.
            refill_rate: tokens that come back in a second. They come back
                evenly, fractions included, until the bucket is full again.
            clock: returns the seconds on a clock; the tests pass their own.
                Without one, choose a clock of the `time` module that nobody
                can set back.
        """
        raise NotImplementedError

    def allow(self, key: str) -> bool:
        """Take one token from the bucket of `key`.

        Returns False, and takes nothing, when less than one whole token is
        left.
        """
        raise NotImplementedError

    def retry_after(self, key: str) -> float:
        """Seconds until `allow(key)` will say yes: 0 if it would do so now.

        Asking takes no token.
        """
        raise NotImplementedError
