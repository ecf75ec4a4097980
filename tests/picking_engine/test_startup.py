"""What ends the start of the service, each in one sentence, and what it survives later."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient
from faults import Breakable
from orders import (
    database_settings,
    order,
    rabbit_settings,
    redis_settings,
    settings_for,
)

from backend_notes.services.private import free_port
from picking_engine import gunicorn_conf
from picking_engine.app import create_app
from picking_engine.config import Profile, Settings, get_settings
from picking_engine.startup import check_parts

NOWHERE = "127.0.0.1:1"


@pytest.fixture(autouse=True)
def no_settings_yet() -> Iterator[None]:
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def complaint(settings: Settings) -> str:
    """The sentence that ends the start, on standard error."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gunicorn_conf, "get_settings", lambda: settings)
        with pytest.raises(SystemExit) as ended:
            gunicorn_conf.on_starting(None)
    return str(ended.value.code)


def changed(settings: Settings, **parts: object) -> Settings:
    """The settings with other parts for `at`."""
    tenants = {**settings.tenants, "at": settings.tenants["at"].model_copy(update=parts)}
    return settings.model_copy(update={"tenants": tenants})


def test_a_service_with_all_its_parts_starts(
    settings: Settings, share: Callable[[str], str]
) -> None:
    rabbitmq = rabbit_settings(share("rabbitmq"))
    database = database_settings(share("postgres"))
    staging = settings.model_copy(update={"profile": Profile.STAGING, "tenants": {}})
    at = settings.tenants["at"].model_copy(update={"rabbitmq": rabbitmq, "database": database})
    check_parts(staging.model_copy(update={"tenants": {"at": at}}))


def test_redis_away_ends_the_start(settings: Settings) -> None:
    broken = changed(settings, redis=redis_settings(f"redis://{NOWHERE}/0"))
    assert complaint(broken) == (
        "Redis of at does not answer at 127.0.0.1:1 (Error 111 connecting to 127.0.0.1:1."
        " Connection refused). Start it, or correct `redis.host` on the config server."
    )


def test_postgresql_away_ends_the_start_where_it_is_used(settings: Settings) -> None:
    check_parts(settings)
    sentence = complaint(settings.model_copy(update={"profile": Profile.STAGING}))
    assert sentence.startswith("PostgreSQL of at does not answer at 127.0.0.1:1 (")
    assert "Connection refused)" in sentence
    assert sentence.endswith("Start it, or correct `database.host` on the config server.")


def test_rabbitmq_away_ends_the_start(settings: Settings) -> None:
    broken = changed(settings, rabbitmq=rabbit_settings(f"amqp://guest:guest@{NOWHERE}/at"))
    sentence = complaint(broken)
    assert sentence.startswith("RabbitMQ of at does not answer at 127.0.0.1:1 (")
    assert sentence.endswith("Start it, or correct `rabbitmq.host` on the config server.")


def test_without_failing_fast_the_service_starts_and_says_503(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = changed(settings, redis=redis_settings(f"redis://{NOWHERE}/0"))
    patient = broken.model_copy(update={"fail_fast": False})
    monkeypatch.setattr(gunicorn_conf, "get_settings", lambda: patient)
    gunicorn_conf.on_starting(None)
    with TestClient(create_app(lambda: patient)) as client:
        answer = client.post("/process_order", json=order())
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.json()["detail"] == "Redis of at does not answer. Try again in a moment."
        there = client.post("/process_order", json=order(warehouse=201))
        assert there.status_code == 200


def test_a_redis_that_comes_back_is_used_again(valkey: Breakable) -> None:
    settings = settings_for({"at": valkey.url})
    with TestClient(create_app(lambda: settings)) as client:
        client.post("/process_order", json=order(1))
        valkey.stop()
        assert client.get("/get_orders/at/101").status_code == 503
        valkey.start()
        assert client.post("/process_order", json=order(2)).status_code == 200
        assert len(client.get("/get_orders/at/101").json()) == 2


@pytest.mark.parametrize(
    ("environment", "sentence", "code"),
    [
        ({}, "PICKING_PROFILE: Field required. Profiles: development, testing, staging,", 1),
        (
            {"PICKING_PROFILE": "development", "PICKING_CONFIG_SERVER": f"http://{NOWHERE}"},
            f"The config server http://{NOWHERE} does not serve picking-engine-at (",
            1,
        ),
        *(
            (
                {"PICKING_PROFILE": "development", "PICKING_WORKERS": wrong},
                f"PICKING_WORKERS is '{wrong}'. Set a whole number, 1 or more.",
                2,
            )
            for wrong in ("abc", "0", "-1", "")
        ),
    ],
    ids=["no profile", "no config server", "a word", "no worker", "less than none", "empty"],
)
def test_gunicorn_ends_with_the_sentence(
    environment: dict[str, str], sentence: str, code: int
) -> None:
    others = {name: value for name, value in os.environ.items() if "PICKING" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--config", "python:picking_engine.gunicorn_conf"],
        env={**others, **environment, "PICKING_BIND": f"127.0.0.1:{free_port()}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code
    *_, last = done.stderr.splitlines()
    assert last.startswith(sentence)
    assert "Traceback" not in done.stderr
