"""What the picking engine does in a second, and what its lessons are worth in figures."""

from __future__ import annotations

import http.client
import itertools
import json
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pika

from backend_notes.services.lease import Services
from backend_notes.stack.config_files import part_settings
from backend_notes.stack.local import LocalStack
from picking_engine.config import RabbitSettings, RedisSettings
from picking_engine.models import InputRequest, QueuedOrder, Sector
from picking_engine.rabbit_consumer import ORDERS, RabbitConsumer, declare, parameters
from picking_engine.redis_repository import RedisRepository

_CLIENTS = 8
_REQUESTS = 3000
_ORDERS = 1000
_EVENTS = 5000


@dataclass(frozen=True)
class Throughput:
    """How one number of workers did under load.

    Attributes:
        workers: processes.
        per_second: requests answered.
        p99: milliseconds within which 99 of 100 were.
    """

    workers: int
    per_second: float
    p99: float


def measure_requests(services: Services, workers: int) -> Throughput:
    """POST /process_order from a few connections at once, fifty earlier orders waiting."""
    with LocalStack(services, workers=workers, log=subprocess.DEVNULL) as stack:
        for number in range(50):
            _post(stack.url, _body(f"WAITING-{number}", hour=10))
        numbers = itertools.count()
        with ThreadPoolExecutor(_CLIENTS) as pool:
            started = time.perf_counter()
            share = _REQUESTS // _CLIENTS
            jobs = [pool.submit(_send, stack.url, numbers, share) for _ in range(_CLIENTS)]
            times = sorted(taken for job in jobs for taken in job.result())
            seconds = time.perf_counter() - started
    return Throughput(workers, len(times) / seconds, 1000 * times[len(times) * 99 // 100])


def measure_pipeline(redis: RedisSettings) -> float:
    """How many times longer a thousand orders take one by one than in one pipeline."""
    repository = RedisRepository("at", redis)
    for number in range(_ORDERS):
        repository.save(_queued(f"BATCH-{number}"))
    started = time.perf_counter()
    assert len(repository.orders(101)) == _ORDERS
    batch = time.perf_counter() - started
    started = time.perf_counter()
    assert all(repository.get(f"BATCH-{number}") for number in range(_ORDERS))
    single = time.perf_counter() - started
    repository.close()
    return single / batch


def measure_consumer(redis: RedisSettings, rabbitmq: RabbitSettings) -> float:
    """Events that one consumer handles in a second, each removing an order."""
    repository = RedisRepository("at", redis)
    with pika.BlockingConnection(parameters(rabbitmq)) as connection:
        channel = connection.channel()
        declare(channel)
        for number in range(_EVENTS):
            repository.save(_queued(f"PICKED-{number}"))
            body = json.dumps({"orderId": f"PICKED-{number}", "state": "PICKED"})
            channel.basic_publish(ORDERS, "wapi-order-event", body.encode())
    consumer = RabbitConsumer("at", rabbitmq, repository)
    started = time.perf_counter()
    consumer.start()
    while repository.count(101):
        time.sleep(0.01)
    seconds = time.perf_counter() - started
    consumer.stop()
    consumer.join()
    repository.close()
    return _EVENTS / seconds


def settings_of(leased: dict[str, str]) -> tuple[RedisSettings, RabbitSettings]:
    """What the service would be told about servers that were leased."""
    redis = part_settings(leased["REDIS_URL"], "database")
    rabbitmq = part_settings(leased["AMQP_URL"], "virtual-host")
    return RedisSettings.model_validate(redis), RabbitSettings.model_validate(rabbitmq)


def _body(order_id: str, hour: int = 12) -> bytes:
    product = {"amount": "1.5", "storageType": "AMBIENT", "sectors": ["MANUAL", "AUTOMATED"]}
    order = {
        "orderId": order_id,
        "warehouseId": 101,
        "prioritisationTime": f"2026-03-02T{hour}:00:00Z",
        "products": [{**product, "productId": number} for number in range(1, 6)],
    }
    return json.dumps(order).encode()


def _queued(order_id: str) -> QueuedOrder:
    order = InputRequest.model_validate_json(_body(order_id))
    timed = order.model_copy(update={"prioritisation_time": datetime.now(UTC)})
    return QueuedOrder.of(timed, dict.fromkeys(range(1, 6), Sector.MANUAL))


def _send(url: str, numbers: Iterator[int], count: int) -> list[float]:
    """Send orders over one connection; how long each took."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    times = []
    for _ in range(count):
        body = _body(f"BENCH-{next(numbers)}")
        started = time.perf_counter()
        _request(connection, "POST", "/process_order", body)
        times.append(time.perf_counter() - started)
    connection.close()
    return times


def _post(url: str, body: bytes) -> None:
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    _request(connection, "POST", "/process_order", body)
    connection.close()


def _request(
    connection: http.client.HTTPConnection, method: str, path: str, body: bytes | None
) -> None:
    connection.request(method, path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{method} {path} answered {answer.status}: {text.decode()}")
