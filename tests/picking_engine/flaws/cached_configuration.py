"""Configuration is fetched once: a change on the server does nothing until a restart."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from orders import until

from backend_notes.services.private import free_port
from picking_engine import config
from picking_engine.config import COUNTRIES, get_settings
from picking_engine.config_server import create_config_server

NEEDS = ()
SETTINGS = """\
warehouses: [%d]
redis: {host: localhost}
database: {host: localhost, name: x, username: x}
"""


@contextmanager
def config_server() -> Iterator[Path]:
    """A config server that the environment names, and the folder that it serves."""
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for country in COUNTRIES:
            (folder / f"picking-engine-{country}.yaml").write_text(SETTINGS % 1)
        app = create_config_server(folder)
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
        thread = threading.Thread(target=server.run)
        thread.start()
        until(lambda: server.started)
        os.environ["PICKING_CONFIG_SERVER"] = f"http://127.0.0.1:{port}"
        os.environ["PICKING_PROFILE"] = "development"
        try:
            yield folder
        finally:
            del os.environ["PICKING_CONFIG_SERVER"]
            server.should_exit = True
            thread.join()


def warehouses_before_and_after_a_change() -> tuple[tuple[int, ...], tuple[int, ...]]:
    config.MAX_AGE = 0.0  # type: ignore[attr-defined]  # only the cure has it
    with config_server() as folder:
        getattr(get_settings, "cache_clear", lambda: None)()
        before = get_settings().tenants["at"].warehouses
        (folder / "picking-engine-at.yaml").write_text(SETTINGS % 2)
        after = get_settings().tenants["at"].warehouses
    getattr(get_settings, "cache_clear", lambda: None)()
    return before, after


def shows() -> None:
    assert warehouses_before_and_after_a_change() == ((1,), (1,))


def is_cured() -> None:
    assert warehouses_before_and_after_a_change() == ((1,), (2,))
    # The server has gone, and what was known before still holds.
    assert get_settings().tenants["at"].warehouses == (2,)
