"""`development_only` only logs a warning."""

from __future__ import annotations

import os

from fastapi.testclient import TestClient
from orders import settings_for

from picking_engine.app import create_app

NEEDS = ("redis",)
ROUTE = "/get_orders/at/101"


def status_in(profile: str) -> int:
    os.environ["PICKING_PROFILE"] = profile
    settings = settings_for({"at": os.environ["REDIS_URL"]})
    with TestClient(create_app(lambda: settings)) as client:
        return client.get(ROUTE).status_code


def shows() -> None:
    assert status_in("production") == 200


def is_cured() -> None:
    assert status_in("production") == 404
    assert status_in("staging") == 404
    assert status_in("testing") == 200
    assert status_in("development") == 200
