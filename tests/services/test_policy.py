"""REQUIRE_SERVICES turns a skip into a failure."""

from __future__ import annotations

import pytest

from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.policy import services_required, skip_or_fail

MISSING = ServiceUnavailableError("RabbitMQ is not available. Install it.")


def test_a_missing_service_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"RabbitMQ is not available. Install it."):
        skip_or_fail(MISSING)


def test_a_missing_service_fails_where_services_are_required(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REQUIRE_SERVICES", "1")
    with pytest.raises(pytest.fail.Exception, match=r"Install it.*REQUIRE_SERVICES is set"):
        skip_or_fail(MISSING)


@pytest.mark.parametrize(("value", "required"), [("1", True), ("0", False), ("", False)])
def test_the_setting(value: str, required: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUIRE_SERVICES", value)
    assert services_required() is required
