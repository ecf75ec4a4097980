"""What every service has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from backend_notes.services.errors import ServiceAddressError
from backend_notes.services.private import PrivateServer

CONNECT_SECONDS = 3


class Service(ABC):
    """One kind of server: how to recognise it, start it, and share it out.

    Attributes:
        name: what the header of a snippet says it needs.
        title: what people call it.
        setting: the environment variable that holds its address.
        schemes: how an address may begin.
        standard: the address at which an ordinary local installation answers.
        remedy: the sentence that tells how to get it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    setting: ClassVar[str]
    schemes: ClassVar[tuple[str, ...]]
    standard: ClassVar[str]
    remedy: ClassVar[str]

    @abstractmethod
    def probe(self, url: str) -> None:
        """Log in and do what a lease will need to do; raises whatever the driver raises."""

    @abstractmethod
    def program(self) -> Path | None:
        """What a private server runs, or None where it is not installed."""

    def prepare(self, server: PrivateServer) -> None:  # noqa: B027 - most need nothing
        """Do what a private server needs once, whatever its port."""

    @abstractmethod
    def start(self, server: PrivateServer, port: int) -> str | None:
        """Start a private server on a port; its address, or None where it did not become ready."""

    @abstractmethod
    def lease(self, url: str) -> AbstractContextManager[str]:
        """The address of a part of the server that only this run uses, gone afterwards."""

    def check_address(self, url: str) -> None:
        """See that an address has the right form.

        Raises:
            ServiceAddressError: it has not; the message names the setting.
        """
        try:
            parts = urlsplit(url)
            fits = parts.scheme in self.schemes and bool(parts.hostname)
            _ = parts.port
        except ValueError:
            fits = False
        if not fits:
            raise ServiceAddressError(
                f"{self.setting} is no address of {self.title}: `{redacted(url)}`."
                f" Write it like `{self.standard}`, or unset {self.setting}."
            )


def redacted(url: str) -> str:
    """An address without its password, fit to be printed."""
    before, at, after = url.rpartition("@")
    scheme, separator, login = before.partition("://")
    if not at or not separator or ":" not in login:
        return url
    return f"{scheme}://{login.partition(':')[0]}:***@{after}"


def one_line(error: Exception) -> str:
    """What a driver says, fit to stand inside a sentence."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
