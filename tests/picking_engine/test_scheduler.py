"""Jobs beside the requests."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

import pytest
from orders import NOON, queued, settings_for

from picking_engine.config import Settings
from picking_engine.scheduler import Job, log_metrics, tidy
from picking_engine.tenants import Tenants


@pytest.fixture
def tenants(settings: Settings) -> Tenants:
    return Tenants(lambda: settings)


def test_a_job_runs_again_and_again_whatever_happens() -> None:
    done: list[int] = []
    thrice = threading.Event()

    def work() -> None:
        done.append(1)
        if len(done) == 3:
            thrice.set()
        raise RuntimeError("this time it fails")

    job = Job("test", 0.01, work)
    job.start()
    assert thrice.wait(10)
    job.stop()
    job.join(10)
    assert not job.is_alive()


def test_what_nobody_picked_for_two_days_goes(
    tenants: Tenants, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    repository = tenants.of_country("at").repository
    repository.save(queued(1))
    repository.save(queued(2, minutes=2))
    tidy(tenants, NOON + timedelta(days=2, minutes=1))
    assert [one.order_id for one in repository.orders(101)] == ["AT-2"]
    assert "order AT-1 was never picked" in caplog.text


def test_one_worker_tidies_in_an_hour(settings: Settings) -> None:
    first, second = Tenants(lambda: settings), Tenants(lambda: settings)
    now = NOON + timedelta(days=3)
    tidy(first, now)
    first.of_country("at").repository.save(queued())
    tidy(second, now)
    assert first.of_country("at").repository.count(101) == 1
    tidy(second, now + timedelta(hours=1))
    assert first.of_country("at").repository.count(101) == 0


def test_the_monitor_says_how_much_waits(
    tenants: Tenants, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    tenants.of_country("at").repository.save(queued())
    log_metrics(tenants)
    lines = [record.getMessage() for record in caplog.records]
    assert "1 orders wait in at/101" in lines
    assert "0 orders wait in cz/201" in lines
    assert any(line.endswith("threads run in this worker") for line in lines)


def test_a_country_that_is_away_does_not_stop_the_others(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    away = settings_for({"at": "redis://127.0.0.1:1/0"}).tenants["at"]
    mixed = settings.model_copy(update={"tenants": {"at": away, "cz": settings.tenants["cz"]}})
    tenants = Tenants(lambda: mixed)
    repository = tenants.of_country("cz").repository
    repository.save(queued(1, warehouse=201))
    tidy(tenants, NOON + timedelta(days=3))
    assert repository.count(201) == 0
    assert "Redis of at does not answer" in caplog.text
    caplog.clear()
    caplog.set_level(logging.INFO)
    log_metrics(tenants)
    assert "Redis of at does not answer" in caplog.text
    assert "0 orders wait in cz/201" in caplog.text
