"""What a test does where a service, or another thing it needs, is missing."""

from __future__ import annotations

import os
from typing import NoReturn

from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services


def services_required() -> bool:
    """Whether REQUIRE_SERVICES says that every service must be there, as it does in CI."""
    return os.environ.get("REQUIRE_SERVICES", "") not in ("", "0")


def skip_or_fail(error: Exception) -> NoReturn:
    """End the running test: skipped with the reason, or failed where services are required.

    Args:
        error: says what is missing.

    Raises:
        pytest.skip.Exception: it is missing, and may be.
        pytest.fail.Exception: it is missing, and REQUIRE_SERVICES forbids that.
    """
    import pytest

    if services_required():
        pytest.fail(f"{error} (REQUIRE_SERVICES is set.)", pytrace=False)
    pytest.skip(str(error))


def demand_service(services: Services, name: str) -> None:
    """See that a service can be had; otherwise end the running test, as `skip_or_fail` does.

    Raises:
        ServiceError: it is there, and does not do what it has to.
    """
    try:
        services.source(name)
    except ServiceUnavailableError as error:
        skip_or_fail(error)
