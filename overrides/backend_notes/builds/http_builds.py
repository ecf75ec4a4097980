"""Builds A, B and F: what callers of the service see."""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from collections.abc import Generator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import yaml

from backend_notes.builds.queue_time import longest_queue, while_one_waits
from backend_notes.builds.service import Service, eventually, order, serve
from backend_notes.builds.steps import Build, MissingError
from backend_notes.builds.working_copy import PACKAGE, package_of
from backend_notes.project import Project
from backend_notes.services.lease import Services

ROUTES = f"{PACKAGE}/routes.py"
MODELS = f"{PACKAGE}/models.py"
_KNOWN_ROUTES = {
    ("/ping", "get"),
    ("/process_order", "post"),
    ("/process_order_without_decision", "post"),
    ("/get_orders/{country}/{warehouse_id}", "get"),
    ("/get_order_data/{country}/{order_id}", "get"),
}
_WAIT = 1.5
_PINGS = 4
_ATTEMPTS = 3


def countries(project: Project, services: Services) -> Generator[None]:
    """Build A, in a service whose Hungary has a warehouse more than its file says."""
    with tempfile.TemporaryDirectory(prefix="build-check-") as folder:
        package = Path(folder) / PACKAGE
        hidden = shutil.ignore_patterns("__pycache__")
        shutil.copytree(package_of(project), package, ignore=hidden)
        hungary = package / "config/picking-engine-hu.yaml"
        settings = yaml.safe_load(hungary.read_text(encoding="utf-8"))
        settings["warehouses"].append(499)
        hungary.write_text(yaml.safe_dump(settings), encoding="utf-8")
        expected = {
            file.stem.removeprefix("picking-engine-"): yaml.safe_load(file.read_text())[
                "warehouses"
            ]
            for file in sorted(package.glob("config/picking-engine-??.yaml"))
        }
        with serve(services, package) as service:
            look = f"`create_app` in {PACKAGE}/app.py, and `router` in {ROUTES}."
            found = service.demand(service.ask("GET", "/countries"), 200, look)
            yield
            _compare_countries(found, expected)
            yield
            _demand_known_routes(service)
            yield


def _compare_countries(found: Any, expected: dict[str, list[int]]) -> None:
    look = f"{PACKAGE}/tenants.py: `Tenants.settings` knows every country's warehouses."
    if not isinstance(found, dict):
        raise MissingError(f"It returns {json.dumps(found)}, which is no object.", look)
    for country, warehouses in expected.items():
        if country not in found:
            raise MissingError(f"`{country}` is not among its keys: {', '.join(found)}.", look)
        if found[country] != warehouses:
            hint = " (hu has one more in this run than in its file)" if country == "hu" else ""
            raise MissingError(
                f"For `{country}` it returns {json.dumps(found[country])}"
                f" instead of {json.dumps(warehouses)}{hint}.",
                look,
            )
    if more := sorted(found.keys() - expected.keys()):
        raise MissingError(f"It returns `{more[0]}`, which is no country.", look)


def _demand_known_routes(service: Service) -> None:
    look = f"{ROUTES}, and `create_app` in {PACKAGE}/app.py."
    described = service.demand(service.ask("GET", "/openapi.json"), 200, look)["paths"]
    routes = {(path, method) for path, methods in described.items() for method in methods}
    for path, method in sorted(_KNOWN_ROUTES - routes):
        raise MissingError(f"{method.upper()} {path} is gone.", look)
    answer = service.ask("POST", "/process_order", order(1))
    decided = service.demand(answer, 200, look)
    if decided != {"orderId": "AT-1", "sectors": {"501": "AUTOMATED"}}:
        raise MissingError(f"POST /process_order returns {json.dumps(decided)}.", look)


def note(project: Project, services: Services) -> Generator[None]:
    """Build B, with an order from before the change in Redis."""
    look = f"`InputRequest` in {MODELS}."
    with serve(services, package_of(project)) as service:
        service.demand(service.ask("POST", "/process_order", order(1)), 200, look)
        yield
        _demand_old_order(service, look)
        yield
        answer = service.ask("POST", "/process_order", order(2, note="leave it at the gate"))
        service.demand(answer, 200, look)
        stored = service.demand(service.ask("GET", "/get_order_data/at/AT-2"), 200, look)
        if stored.get("note") != "leave it at the gate":
            said = json.dumps(stored.get("note")) if "note" in stored else "none"
            raise MissingError(f"GET /get_order_data/at/AT-2 returns as `note`: {said}.", look)
        yield
        refused = service.ask("POST", "/process_order", order(3, note=17))
        places = [error["loc"] for error in service.demand(refused, 422, look)["detail"]]
        if places != [["body", "note"]]:
            raise MissingError(f"The 422 names {json.dumps(places)} instead of body, note.", look)
        yield


def _demand_old_order(service: Service, look: str) -> None:
    """See that what an older version wrote can still be read."""
    import redis

    with redis.Redis.from_url(service.stack.addresses.redis["at"]) as client:
        data: Any = client.hget("order:AT-1", "json")
        stored = json.loads(data)
        stored.pop("note", None)
        client.hset("order:AT-1", "json", json.dumps(stored))
    answer = service.ask("GET", "/get_order_data/at/AT-1")
    if answer.status == 404:
        raise MissingError("The service leaves an order out that it wrote before.", look)
    service.demand(answer, 200, look)


def blocking(project: Project, services: Services) -> Generator[None]:
    """Build F, on one worker: somebody waits, and others want an answer meanwhile."""
    look = f"`get_order_data` in {ROUTES}: what runs on the event loop, and which call blocks it?"
    with serve(services, package_of(project)) as service, ThreadPoolExecutor(1) as pool:
        answer, times = while_one_waits(service, _WAIT, _PINGS)
        service.demand(answer, 404, look)
        handled = max((one.handled for one in times if one.path != "/ping"), default=0.0)
        if handled < _WAIT:
            raise MissingError(
                f"It answers after {handled:.1f} s and should wait {_WAIT:g} s.", look
            )
        yield
        queued = longest_queue(times)
        for _ in range(_ATTEMPTS - 1):  # a busy machine makes somebody wait now and then
            if queued > _WAIT / 2:
                queued = longest_queue(while_one_waits(service, _WAIT, _PINGS)[1])
        if queued > _WAIT / 2:
            raise MissingError(
                f"A /ping waited {queued:.1f} s before anybody read it, while"
                f" get_order_data waited {_WAIT:g} s for its order.",
                look,
            )
        yield
        _demand_early_answer(service, pool, look)
        yield


def _demand_early_answer(service: Service, pool: Executor, look: str) -> None:
    """See that an order that arrives in the meantime ends the waiting."""
    sent = threading.Event()

    def wait() -> bool:
        answer = service.ask("GET", "/get_order_data/at/AT-2?waitSeconds=20")
        return sent.is_set() and answer.status == 200

    waiting = pool.submit(wait)
    sent.set()
    service.demand(service.ask("POST", "/process_order", order(2)), 200, look)
    if not eventually(waiting.done) or not waiting.result():
        raise MissingError("An order that arrives meanwhile does not end the waiting.", look)


BUILDS = {
    "a": Build(
        "GET /countries",
        (
            "GET /countries answers with status 200.",
            "It returns each country with the list of its warehouses, from the settings.",
            "The other routes are there and answer as before.",
        ),
        countries,
        "Say in one sentence why you chose `async def` or `def`.",
    ),
    "b": Build(
        "an optional note",
        (
            "An order without a note is accepted.",
            "An order that was stored before your change can still be read.",
            "A note is kept in Redis, and GET /get_order_data returns it.",
            "A note that is a number is refused with status 422, at body, note.",
        ),
        note,
        "Make the field required for a minute, and run the check once more.",
    ),
    "f": Build(
        "drain the queue",
        (
            "GET /get_order_data waits as long as it is asked to, and then answers 404.",
            "Meanwhile /ping is answered without queueing, on one worker.",
            "An order that arrives meanwhile ends the waiting.",
        ),
        blocking,
        "Which other cure is there, and what would it cost?",
    ),
}
