"""What can go wrong between a program and the server it needs."""

from __future__ import annotations


class ServiceError(Exception):
    """A service cannot be used; the message says why, and what to do about it."""


class ServiceUnavailableError(ServiceError):
    """This machine does not have the service: tests skip, or fail with REQUIRE_SERVICES=1."""


class ServiceAddressError(ServiceError):
    """The address that somebody set in the environment does not lead to a usable server."""


class ServiceFailedError(ServiceError):
    """A server that was started here, or found here, did not do what it has to."""
