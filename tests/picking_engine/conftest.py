"""The service's real servers: shares of the suite's, and some to break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from faults import Breakable, Proxy
from hypothesis import configuration
from hypothesis import settings as hypothesis_settings
from orders import settings_for

from backend_notes.project import find_project
from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services
from backend_notes.services.policy import skip_or_fail
from backend_notes.services.postgres import Postgres
from backend_notes.services.rabbitmq import RabbitMQ
from picking_engine.app import create_app
from picking_engine.config import RedisSettings, Settings
from picking_engine.redis_repository import RedisRepository

HERE = Path(__file__).parent
configuration.set_hypothesis_home_dir(find_project(HERE).root / ".cache/hypothesis")
hypothesis_settings.register_profile("suite", database=None, deadline=None, max_examples=200)
hypothesis_settings.load_profile("suite")

# One of the flaws left in on purpose; tests/picking_engine/flaws pins it.
DEPRECATED_CALL = "ignore:The `json` method is deprecated"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings(DEPRECATED_CALL))


@pytest.fixture(autouse=True)
def profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PICKING_PROFILE", "development")


@pytest.fixture
def share(services: Services) -> Iterator[Callable[[str], str]]:
    """The address of a part of a server that only this test uses."""
    with ExitStack() as stack:

        def take(name: str) -> str:
            try:
                return next(iter(stack.enter_context(services.lease([name])).values()))
            except ServiceUnavailableError as error:
                skip_or_fail(error)

        yield take


@pytest.fixture
def settings(share: Callable[[str], str]) -> Settings:
    """Two countries, each with a Redis of its own; no RabbitMQ, PostgreSQL nowhere."""
    return settings_for({"at": share("redis"), "cz": share("redis")})


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: settings)) as client:
        yield client


@pytest.fixture
def redis_settings(settings: Settings) -> RedisSettings:
    return settings.tenants["at"].redis


@pytest.fixture
def repository(redis_settings: RedisSettings) -> Iterator[RedisRepository]:
    found = RedisRepository("at", redis_settings)
    yield found
    found.close()


@pytest.fixture
def valkey() -> Iterator[Breakable]:
    """A Valkey of this test's own that keeps what it has acknowledged."""
    with Breakable.valkey() as server:
        yield server


@pytest.fixture
def postgres() -> Iterator[Breakable]:
    """A PostgreSQL of this test's own."""
    with Breakable.of(Postgres()) as server:
        yield server


@pytest.fixture
def rabbitmq() -> Iterator[Breakable]:
    """A RabbitMQ of this test's own."""
    service = RabbitMQ()
    if service.program() is None:
        skip_or_fail(ServiceUnavailableError(f"RabbitMQ is not available. {service.remedy}"))
    with Breakable.of(service) as server:
        yield server


@pytest.fixture
def proxy() -> Iterator[Callable[[str], Proxy]]:
    """A way to a server that a test can cut."""
    with ExitStack() as stack:
        yield lambda url: stack.enter_context(Proxy(url))
