"""A snippet's share of the servers: addresses that only this run uses."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from backend_notes.services.errors import (
    ServiceAddressError,
    ServiceError,
    ServiceFailedError,
    ServiceUnavailableError,
)
from backend_notes.services.postgres import Postgres
from backend_notes.services.private import PrivateServer, free_port
from backend_notes.services.rabbitmq import RabbitMQ
from backend_notes.services.redis import Redis
from backend_notes.services.service import Service, one_line, redacted

# Seconds for a server in the environment to answer: in a CI job it may still be starting.
PATIENCE = 5.0
_ATTEMPTS = 3

T = TypeVar("T")


@dataclass(frozen=True)
class Source:
    """Where a service comes from.

    Attributes:
        url: its address.
        origin: one of the setting's name, `standard port` and `private server`.
    """

    url: str
    origin: str


class Services:
    """Resolves each service at its first use, and closes what it started.

    One object serves a whole test process or command; use it as a context manager.
    """

    def __init__(self) -> None:
        services: list[Service] = [Postgres(), Redis(), RabbitMQ()]
        self._slots = {service.name: _Slot(service) for service in services}

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
            ServiceAddressError: the address that the environment gives is no good.
            ServiceFailedError: a server does not do what it has to.
            ValueError: there is no such service.
        """
        slots = [self._slot(name) for name in dict.fromkeys(needs)]
        sources = _resolve_all(slots)
        with ExitStack() as stack:
            yield {
                slot.service.setting: _enter(stack, slot, source.url)
                for slot, source in zip(slots, sources, strict=True)
            }

    def source(self, name: str) -> Source:
        """Where one service comes from; looks for it if nobody has yet.

        Raises:
            ServiceError: as in `lease`.
            ValueError: there is no such service.
        """
        return self._slot(name).resolve()

    def report(self) -> dict[str, str]:
        """For each service that has been asked for, in one phrase: where it comes from."""
        return {name: slot.phrase() for name, slot in self._slots.items() if slot.phrase()}

    def close(self) -> None:
        """Stop what was started here."""
        for slot in self._slots.values():
            slot.close()

    def _slot(self, name: str) -> _Slot:
        if name not in self._slots:
            raise ValueError(f"no service is called `{name}`: use {', '.join(self._slots)}")
        return self._slots[name]


def describe(services: Services) -> str:
    """One line for each service: its name, and where it comes from or what to do to get it."""
    slots = list(services._slots.values())
    with ThreadPoolExecutor(len(slots)) as pool:
        list(pool.map(_Slot.try_to_resolve, slots))
    return "\n".join(f"{slot.service.name:<10} {slot.phrase()}" for slot in slots)


class _Slot:
    """One service, what came of looking for it, and the server that was started for it."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._lock = threading.Lock()
        self._outcome: Source | ServiceError | None = None
        self._server: PrivateServer | None = None

    def resolve(self) -> Source:
        """Look for the service, once; the same answer ever after."""
        with self._lock:
            if self._outcome is None:
                try:
                    self._outcome = self._find()
                except ServiceError as error:
                    self._outcome = error
            outcome = self._outcome
        if isinstance(outcome, ServiceError):
            raise type(outcome)(str(outcome))
        return outcome

    def try_to_resolve(self) -> None:
        """Look for the service; `phrase` tells what came of it."""
        try:
            self.resolve()
        except ServiceError:
            return

    def phrase(self) -> str:
        """Where it comes from, why it does not, or nothing if nobody has asked."""
        match self._outcome:
            case Source(url, origin):
                return f"{origin}: {redacted(url)}"
            case ServiceError() as error:
                return str(error)
            case _:
                return ""

    def translate(self, call: Callable[..., T], *arguments: object) -> T:
        """Call a driver; what it raises becomes a sentence.

        Raises:
            ServiceFailedError: it raised something.
        """
        try:
            return call(*arguments)
        except ServiceError:
            raise
        except Exception as error:
            raise ServiceFailedError(
                f"{self.service.title} ({self.phrase()}) answered before and does not do what it"
                f" has to now: {one_line(error)}."
            ) from error

    def close(self) -> None:
        """Stop the private server, if there is one; the next use looks again."""
        with self._lock:
            server, self._server, self._outcome = self._server, None, None
            if server is not None:
                server.close()

    def _find(self) -> Source:
        service = self.service
        if url := os.environ.get(service.setting):
            service.check_address(url)
            _demand(service, url)
            return Source(url, service.setting)
        if _answers(service, service.standard):
            return Source(service.standard, "standard port")
        program = service.program()
        if program is None:
            raise ServiceUnavailableError(f"{service.title} is not available. {service.remedy}")
        self._server = PrivateServer(program)
        try:
            return Source(_start(service, self._server), "private server")
        except BaseException:
            self._server.close()
            self._server = None
            raise


def _resolve_all(slots: Sequence[_Slot]) -> list[Source]:
    if len(slots) < 2:
        return [slot.resolve() for slot in slots]
    with ThreadPoolExecutor(len(slots)) as pool:
        return list(pool.map(_Slot.resolve, slots))


def _enter(stack: ExitStack, slot: _Slot, url: str) -> str:
    """Take a share of a server, and give it back when the stack unwinds."""
    share = slot.service.lease(url)
    address = slot.translate(share.__enter__)
    stack.callback(slot.translate, share.__exit__, None, None, None)
    return address


def _start(service: Service, server: PrivateServer) -> str:
    service.prepare(server)
    for _ in range(_ATTEMPTS):
        # Somebody else may take the port before the server does: then another one will do.
        if url := service.start(server, free_port()):
            return url
        complaint = server.log_tail()
        server.stop()
    raise ServiceFailedError(
        f"a private {service.title} did not start; it wrote:\n{complaint}\n"
        f"Start one yourself and set {service.setting}."
    )


def _demand(service: Service, url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return service.probe(url)
        except Exception as error:
            if time.monotonic() > deadline:
                raise ServiceAddressError(
                    f"{service.setting} is set to `{redacted(url)}`, but no usable"
                    f" {service.title} answers there: {one_line(error)}."
                    f" Correct the address or unset {service.setting}."
                ) from None
        time.sleep(0.2)


def _answers(service: Service, url: str) -> bool:
    try:
        service.probe(url)
    except Exception:
        return False
    return True


__all__ = [
    "ServiceAddressError",
    "ServiceError",
    "ServiceFailedError",
    "ServiceUnavailableError",
    "Services",
    "Source",
    "describe",
]
