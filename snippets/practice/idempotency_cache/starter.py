from collections.abc import Awaitable, Callable
from typing import Any


class IdempotencyCache:
    """Runs an operation once for each key, and repeats its result."""

    def __init__(self, ttl: float, clock: Callable[[], float]) -> None:
        """Keep results for `ttl` seconds, measured on `clock`."""
        raise NotImplementedError

    async def run(self, key: str, operation: Callable[[], Awaitable[Any]]) -> Any:
        """Return the result of `operation`, or the one that `key` has already.

        A result, None included, is kept from the moment the operation has
        finished. Once `ttl` seconds have passed, the key is new again.

        While the operation of a key runs, other calls with this key wait for
        its result, and calls with other keys do not. An operation that fails
        or is cancelled leaves no result: its own caller gets the exception,
        and one of the calls that waited runs its operation instead.

        A key is forgotten entirely when nobody calls with it and its result
        has
        expired: at the latest during the next call with any key.
        """
        raise NotImplementedError
