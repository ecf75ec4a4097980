"""A snippet's share of the servers: addresses that only this run uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class ServiceUnavailableError(Exception):
    """A service cannot be had here; the message says what to do about it."""


class Services:
    """Resolves each service at its first use, and closes what it started.

    One object serves a whole test process or command; use it as a context manager.
    """

    def __enter__(self) -> Services:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @contextmanager
    def lease(self, needs: Iterable[str]) -> Iterator[dict[str, str]]:
        """Environment variables for one run: DATABASE_URL, REDIS_URL, AMQP_URL as needed.

        A database, a key space and a vhost of its own each, gone afterwards.

        Raises:
            ServiceUnavailableError: a service cannot be had here.
        """
        yield {}

    def close(self) -> None:
        """Stop what was started here."""
