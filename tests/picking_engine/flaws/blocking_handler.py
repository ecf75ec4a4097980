"""One handler waits on the event loop, and every other request of the worker with it."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor, wait

from fastapi.testclient import TestClient
from orders import settings_for

from picking_engine.app import create_app
from picking_engine.redis_repository import RedisRepository

NEEDS = ("redis",)
WAITING = "/get_order_data/at/AT-1?waitSeconds=2"


def ping_answers_while_somebody_waits() -> bool:
    os.environ["PICKING_PROFILE"] = "development"
    settings = settings_for({"at": os.environ["REDIS_URL"]})
    looked = threading.Event()
    get = RedisRepository.get

    def noted(self: RedisRepository, order_id: str) -> object:
        looked.set()
        return get(self, order_id)

    RedisRepository.get = noted  # type: ignore[assignment,method-assign]
    try:
        with TestClient(create_app(lambda: settings)) as client, ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(client.get, WAITING)
            assert looked.wait(10)
            assert client.get("/ping").status_code == 200
            # On a blocked loop both come at the same time.
            answered_first = not wait([waiting], timeout=0.7).done
            assert waiting.result().status_code == 404
    finally:
        RedisRepository.get = get  # type: ignore[method-assign]
    return answered_first


def shows() -> None:
    assert not ping_answers_while_somebody_waits()


def is_cured() -> None:
    assert ping_answers_while_somebody_waits()
