"""Calls to a part that may be away for a moment: reconnect, wait longer, try again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import psycopg
import redis
from tenacity import (
    RetryCallState,
    RetryError,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from picking_engine.errors import PartUnavailableError

logger = logging.getLogger(__name__)

ATTEMPTS = 5
LOST = (redis.ConnectionError, redis.TimeoutError, psycopg.OperationalError)


class Reconnecting(Protocol):
    """An object that talks to a part."""

    part: str

    def reconnect(self) -> None:
        """Forget connections that may be dead; the next call opens new ones."""


P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Reconnecting)


# --8<-- [start:retried]
def retried(
    method: Callable[Concatenate[R, P], T],
) -> Callable[Concatenate[R, P], T]:
    """Call a method again after 0.1, 0.2, 0.4 and 0.8 s where the connection was lost.

    The method must be one that may run twice.

    Raises:
        PartUnavailableError: the fifth attempt failed too.
    """

    @wraps(method)
    def call(self: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        def reconnect(attempt: RetryCallState) -> None:
            error = attempt.outcome.exception() if attempt.outcome else None
            reason = str(error).partition("\n")[0]
            logger.warning("%s: %s; reconnecting", self.part, reason)
            self.reconnect()

        retrying = Retrying(
            retry=retry_if_exception_type(LOST),
            wait=wait_exponential(multiplier=0.1, max=1),
            stop=stop_after_attempt(ATTEMPTS),
            before_sleep=reconnect,
        )
        try:
            return retrying(method, self, *args, **kwargs)
        except RetryError as error:
            cause = error.last_attempt.exception()
            raise PartUnavailableError(self.part) from cause

    return call


# --8<-- [end:retried]
