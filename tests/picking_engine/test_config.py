"""Settings from a real config server, over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from cryptography.fernet import Fernet
from fastapi.testclient import TestClient
from orders import until
from pydantic import SecretStr

from backend_notes.project import Project
from backend_notes.services.private import free_port
from picking_engine.config import (
    CONFIG_SERVERS,
    COUNTRIES,
    Environment,
    Profile,
    load_settings,
    load_tenant,
    nest,
    read_environment,
)
from picking_engine.config_server import create_config_server, flatten
from picking_engine.encryption import PREFIX, decrypt, encrypt, main
from picking_engine.errors import ConfigurationError

KEY = Fernet.generate_key().decode()
PROFILE = """\
redis: {host: redis.internal, port: 6380}
database:
  host: db.internal
  name: decisions
  username: engine
  password: '%s'
rabbitmq: {host: rabbit.internal, username: engine, password: '%s'}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    secret = encrypt("s3cret", KEY)
    (tmp_path / "application-staging.yaml").write_text(PROFILE % (secret, secret))
    for number, country in enumerate(COUNTRIES):
        (tmp_path / f"picking-engine-{country}.yaml").write_text(
            f"warehouses: [{number}01, {number}02]\nrabbitmq: {{virtual-host: {country}}}\n"
        )
    (tmp_path / "picking-engine-at-staging.yaml").write_text("redis: {host: at.internal}\n")
    return tmp_path


@pytest.fixture
def serve(folder: Path) -> Iterator[Callable[[], str]]:
    """Start the config server; its address."""
    port = free_port()
    app = create_config_server(folder)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)

    def start() -> str:
        thread.start()
        until(lambda: server.started)
        return f"http://127.0.0.1:{port}"

    yield start
    server.should_exit = True
    if thread.ident:
        thread.join()


def environment(server: str, **other: Any) -> Environment:
    values = {"profile": Profile.STAGING, "encrypt_key": SecretStr(KEY), **other}
    return Environment(config_server=server, **values)


def test_every_tenant_gets_its_own_settings(serve: Callable[[], str]) -> None:
    settings = load_settings(environment(serve()))
    assert list(settings.tenants) == list(COUNTRIES)
    at, cz = settings.tenants["at"], settings.tenants["cz"]
    assert (at.redis.host, cz.redis.host) == ("at.internal", "redis.internal")
    assert (at.redis.port, cz.redis.port) == (6380, 6380)
    assert (at.warehouses, cz.warehouses) == ((1, 2), (101, 102))
    assert at.rabbitmq and cz.rabbitmq
    assert (at.rabbitmq.virtual_host, cz.rabbitmq.virtual_host) == ("at", "cz")


def test_secrets_are_opened_at_the_client_and_never_printed(serve: Callable[[], str]) -> None:
    tenant = load_tenant(environment(serve()), "at")
    assert tenant.database.password.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(tenant)


def test_the_server_hands_out_springs_format(folder: Path) -> None:
    client = TestClient(create_config_server(folder))
    body = client.get("/picking-engine-at/staging").json()
    sources = body.pop("propertySources")
    assert body == {
        "name": "picking-engine-at",
        "profiles": ["staging"],
        "label": None,
        "version": None,
        "state": None,
    }
    labelled = client.get("/picking-engine-at/staging/main").json()
    assert labelled == {**body, "label": "main", "propertySources": sources}
    assert [source["name"] for source in sources] == [
        "file:picking-engine-at-staging.yaml",
        "file:application-staging.yaml",
        "file:picking-engine-at.yaml",
    ]
    assert sources[0]["source"] == {"redis.host": "at.internal"}
    assert sources[1]["source"]["database.password"].startswith(PREFIX)
    assert sources[2]["source"]["warehouses[1]"] == 2


def test_a_change_of_a_file_is_served_at_once(folder: Path) -> None:
    client = TestClient(create_config_server(folder))
    (folder / "picking-engine-at-staging.yaml").write_text("redis: {host: new.internal}\n")
    (source, *_) = client.get("/picking-engine-at/staging").json()["propertySources"]
    assert source["source"] == {"redis.host": "new.internal"}


@pytest.mark.parametrize("path", ["/..%2Fx/staging", "/Picking/staging", "/a/.x"])
def test_the_server_reads_no_other_files(folder: Path, path: str) -> None:
    assert TestClient(create_config_server(folder)).get(path).status_code in (404, 422)


def test_a_broken_file_is_named(folder: Path) -> None:
    (folder / "picking-engine-at.yaml").write_text("warehouses: [1")
    answer = TestClient(create_config_server(folder)).get("/picking-engine-at/staging")
    assert answer.status_code == 500
    assert answer.json()["detail"].startswith("picking-engine-at.yaml cannot be read: ")


def test_nested_and_flat_settings_are_the_same_thing() -> None:
    nested = {"redis": {"host": "a", "port": 1}, "warehouses": [1, 2], "on": True}
    assert nest(dict(flatten(nested))) == nested


def test_each_profile_has_its_config_server() -> None:
    assert set(CONFIG_SERVERS) == set(Profile)


@pytest.mark.parametrize("value", [None, "prod", ""])
def test_a_missing_or_wrong_profile_ends_the_start(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("PICKING_PROFILE")
    if value is not None:
        monkeypatch.setenv("PICKING_PROFILE", value)
    with pytest.raises(ConfigurationError) as caught:
        read_environment()
    assert str(caught.value).startswith("PICKING_PROFILE: ")
    assert str(caught.value).endswith("Profiles: development, testing, staging, production.")


def test_an_unreachable_config_server_ends_the_start() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_settings(environment("http://127.0.0.1:1"))
    assert str(caught.value) == (
        "The config server http://127.0.0.1:1 does not serve picking-engine-at ([Errno 111]"
        " Connection refused). Start it, or set PICKING_CONFIG_SERVER to its address."
    )


def test_a_profile_that_the_server_does_not_know_ends_the_start(serve: Callable[[], str]) -> None:
    server = serve()
    with pytest.raises(ConfigurationError) as caught:
        load_settings(environment(server, profile=Profile.PRODUCTION))
    assert str(caught.value) == (
        f"The config server {server} serves a wrong `redis` for picking-engine-at in profile"
        " production: Field required. Correct its files."
    )


def test_a_wrong_key_ends_the_start(serve: Callable[[], str]) -> None:
    other = SecretStr(Fernet.generate_key().decode())
    with pytest.raises(ConfigurationError, match="does not open the secrets"):
        load_settings(environment(serve(), encrypt_key=other))
    with pytest.raises(ConfigurationError, match="does not open the secrets"):
        decrypt(encrypt("s3cret", KEY), "no key at all")


def test_without_failing_fast_a_country_is_left_out(
    serve: Callable[[], str], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "picking-engine-cz.yaml").unlink()
    settings = load_settings(environment(serve(), config_fail_fast=False))
    assert set(settings.tenants) == set(COUNTRIES) - {"cz"}
    assert "serving without cz: " in caplog.text


def test_what_is_not_encrypted_stays_as_it_is() -> None:
    assert decrypt("plain", KEY) == "plain"
    assert decrypt(encrypt("ď ůž", KEY), KEY) == "ď ůž"


def test_a_secret_can_be_encrypted_by_hand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PICKING_ENCRYPT_KEY", raising=False)
    monkeypatch.setattr("sys.argv", ["encryption", "s3cret"])
    main()
    key, value = capsys.readouterr().out.splitlines()
    assert decrypt(value, key.removeprefix("PICKING_ENCRYPT_KEY=")) == "s3cret"


def test_the_committed_files_open_with_the_key_of_the_compose_file(project: Project) -> None:
    compose = (project.root / "compose.yaml").read_text()
    key = compose.partition("${PICKING_ENCRYPT_KEY:-")[2].partition("}")[0]
    folder = project.snippets / "picking_engine/config"
    client = TestClient(create_config_server(folder))
    for profile in ("development", "staging"):
        sources = client.get(f"/picking-engine-at/{profile}").json()["propertySources"]
        properties = {**sources[0]["source"], **sources[1]["source"]}
        assert decrypt(properties["rabbitmq.password"], key) == "guest"
        assert decrypt(properties["database.password"], key) == "postgres"
