"""The orders in a real Redis, and what becomes of them when it goes away."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import redis
from fastapi.testclient import TestClient
from faults import Breakable, Proxy
from orders import NOON, order, queued, redis_settings, settings_for, until

from picking_engine.app import create_app
from picking_engine.config import RedisSettings
from picking_engine.errors import PartUnavailableError
from picking_engine.models import PredictionEvent, QueuedOrder, Sector
from picking_engine.redis_repository import RedisRepository


@pytest.fixture
def raw(redis_settings: RedisSettings) -> Iterator[redis.Redis]:
    """The same database, looked at from outside."""
    with redis.Redis(
        host=redis_settings.host, port=redis_settings.port, db=redis_settings.database
    ) as client:
        yield client


def ids(orders: list[QueuedOrder]) -> list[str]:
    return [one.order_id for one in orders]


def prediction(minutes: int, volume: str) -> PredictionEvent:
    time = NOON + timedelta(minutes=minutes)
    volumes = {Sector.MANUAL: Decimal(volume)}
    return PredictionEvent(warehouse_id=101, computed_at=time, volumes=volumes)


def test_an_order_is_a_hash_and_a_place_in_a_sorted_set(
    repository: RedisRepository, raw: redis.Redis
) -> None:
    repository.save(queued())
    assert raw.zrange("orders:101", 0, -1, withscores=True) == [(b"AT-1", NOON.timestamp())]
    fields = raw.hgetall("order:AT-1")
    assert fields.keys() == {b"warehouse", b"json"}
    assert QueuedOrder.model_validate_json(fields[b"json"]) == queued()
    assert b'"prioritisationTime"' in fields[b"json"]


def test_an_order_comes_back_as_it_went_in(
    repository: RedisRepository, caplog: pytest.LogCaptureFixture
) -> None:
    repository.save(queued())
    assert repository.get("AT-1") == queued()
    assert repository.get("AT-2") is None
    assert caplog.records == []


def test_orders_stand_in_the_order_of_their_times(repository: RedisRepository) -> None:
    for number, minutes in ((1, 30), (2, -60), (3, 0)):
        repository.save(queued(number, minutes=minutes))
    assert ids(repository.orders(101)) == ["AT-2", "AT-3", "AT-1"]
    assert repository.count(101) == 3
    assert repository.orders(102) == []


def test_orders_before_a_time_leave_that_time_out(repository: RedisRepository) -> None:
    for number in range(1, 5):
        repository.save(queued(number, minutes=number))
    assert ids(repository.orders_before(101, NOON + timedelta(minutes=3))) == ["AT-2", "AT-1"]
    elsewhere = (NOON + timedelta(minutes=3)).astimezone(timezone(timedelta(hours=9)))
    assert ids(repository.orders_before(101, elsewhere)) == ["AT-2", "AT-1"]


def test_an_order_saved_again_moves(repository: RedisRepository) -> None:
    repository.save(queued())
    repository.save(queued(minutes=5, warehouse=102))
    assert (ids(repository.orders(101)), ids(repository.orders(102))) == ([], ["AT-1"])


def test_a_removed_order_leaves_nothing_behind(
    repository: RedisRepository, raw: redis.Redis
) -> None:
    repository.save(queued())
    assert repository.remove("AT-1")
    assert not repository.remove("AT-1")
    assert raw.keys() == []


def test_only_what_is_older_goes_where_an_age_is_given(repository: RedisRepository) -> None:
    repository.save(queued())
    assert not repository.remove("AT-1", before=NOON)
    assert repository.ids_before(101, NOON + timedelta(seconds=1)) == ["AT-1"]
    assert repository.remove("AT-1", before=NOON + timedelta(seconds=1))


def test_the_latest_prediction_stands_whenever_it_comes(repository: RedisRepository) -> None:
    assert repository.prediction(101) == {}
    for minutes, volume in ((1, "10.5"), (3, "30"), (2, "20")):
        repository.save_prediction(prediction(minutes, volume))
    assert repository.prediction(101) == {Sector.MANUAL: Decimal(30)}


def test_a_job_is_claimed_once(repository: RedisRepository) -> None:
    assert [repository.claim("tidy", 60), repository.claim("tidy", 60)] == [True, False]


def test_an_order_that_another_version_wrote_does_not_stop_the_others(
    repository: RedisRepository, raw: redis.Redis, caplog: pytest.LogCaptureFixture
) -> None:
    repository.save(queued(1))
    repository.save(queued(2))
    raw.hset("order:AT-1", "json", '{"orderId": "AT-1"}')
    assert ids(repository.orders(101)) == ["AT-2"]
    assert "left out an order that cannot be read" in caplog.text


def test_a_thousand_orders_are_read_in_one_round_trip(
    share: Callable[[str], str], proxy: Callable[[str], Proxy]
) -> None:
    way = proxy(share("redis"))
    repository = RedisRepository("at", redis_settings(way.url))
    for number in range(1000):
        repository.save(queued(number))
    before = way.client_chunks
    assert len(repository.orders(101)) == 1000
    # The ids, then the orders: more than a few chunks would be one question for each.
    assert way.client_chunks - before < 20
    repository.close()


def test_two_workers_take_and_remove_the_same_orders(redis_settings: RedisSettings) -> None:
    workers = [RedisRepository("at", redis_settings) for _ in range(2)]
    start = threading.Barrier(2)

    def work(worker: RedisRepository) -> int:
        start.wait()
        removed = 0
        for number in range(60):
            worker.save(queued(number, warehouse=101 + number % 2))
            removed += worker.remove(f"AT-{number}")
        return removed

    with ThreadPoolExecutor(2) as pool:
        removed = sum(pool.map(work, workers))
    assert 60 <= removed <= 120
    assert workers[0].orders(101) == workers[0].orders(102) == []
    for worker in workers:
        worker.close()


def test_two_workers_move_one_order_and_it_stands_once(redis_settings: RedisSettings) -> None:
    workers = [RedisRepository("at", redis_settings) for _ in range(2)]

    def move(worker: RedisRepository, warehouse: int) -> None:
        for minutes in range(50):
            worker.save(queued(minutes=minutes, warehouse=warehouse))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(move, workers, (101, 102)))
    orders = workers[0].orders(101) + workers[0].orders(102)
    assert ids(orders) == ["AT-1"]
    for worker in workers:
        worker.close()


def test_a_cut_connection_is_opened_again(
    share: Callable[[str], str], proxy: Callable[[str], Proxy], caplog: pytest.LogCaptureFixture
) -> None:
    way = proxy(share("redis"))
    repository = RedisRepository("at", redis_settings(way.url))
    repository.save(queued(1))
    way.cut_after = 1
    repository.save(queued(2))
    assert ids(repository.orders(101)) == ["AT-1", "AT-2"]
    assert way.connections == 2
    assert "Redis of at: " in caplog.text and "reconnecting" in caplog.text
    repository.close()


def test_a_short_restart_is_not_noticed(valkey: Breakable) -> None:
    repository = RedisRepository("at", redis_settings(valkey.url))
    repository.save(queued(1))
    valkey.stop()
    with ThreadPoolExecutor(1) as pool:
        saving = pool.submit(repository.save, queued(2))
        valkey.start()
        saving.result()
    assert ids(repository.orders(101)) == ["AT-1", "AT-2"]
    repository.close()


def test_a_long_absence_is_named(valkey: Breakable) -> None:
    repository = RedisRepository("at", redis_settings(valkey.url))
    valkey.stop()
    with pytest.raises(PartUnavailableError, match=r"^Redis of at does not answer"):
        repository.get("AT-1")


def test_no_order_is_lost_that_was_acknowledged(valkey: Breakable) -> None:
    """Orders come all the time while Redis goes away and comes back."""
    settings = settings_for({"at": valkey.url})
    acknowledged: list[str] = []
    refused: list[dict[str, str]] = []
    restarted = threading.Event()
    with TestClient(create_app(lambda: settings)) as client:

        def send() -> None:
            for number in range(1000):
                answer = client.post("/process_order", json=order(number))
                if answer.status_code == 200:
                    acknowledged.append(f"AT-{number}")
                else:
                    assert answer.status_code == 503, answer.text
                    refused.append(answer.json())
                if restarted.is_set() and refused:
                    return

        with ThreadPoolExecutor(1) as pool:
            sending = pool.submit(send)
            until(lambda: len(acknowledged) > 20)
            valkey.stop()
            until(lambda: bool(refused))
            valkey.start()
            restarted.set()
            sending.result()
        waiting = {one["orderId"] for one in client.get("/get_orders/at/101").json()}
    assert set(acknowledged) <= waiting
    assert refused[0] == {"detail": "Redis of at does not answer. Try again in a moment."}


def test_a_job_of_the_past_is_claimed_anew_after_its_time(
    repository: RedisRepository, raw: redis.Redis
) -> None:
    repository.claim(f"tidy:{datetime.now(UTC):%H}", 60)
    (key,) = raw.keys("job:*")
    assert 0 < raw.ttl(key) <= 60
