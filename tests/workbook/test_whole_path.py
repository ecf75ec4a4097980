"""Every Build in one working copy, and what each does in the running service."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import psycopg
import redis

from backend_notes.builds.service import Service, eventually, order
from backend_notes.builds.working_copy import call
from backend_notes.project import Project
from backend_notes.services.lease import Services
from backend_notes.services.policy import demand_service
from backend_notes.stack.local import LocalStack

PATCHES = ("build-a", "build-b", "build-c", "build-d", "build-e", "blocking-handler", "build-g")


def test_all_builds_work_together_in_the_running_service(
    copy: Project, apply: Callable[[str], None], services: Services, tmp_path: Path
) -> None:
    for patch in (*PATCHES, "capstone"):
        apply(patch)
    package = copy.snippets / "picking_engine"
    log = (tmp_path / "service.log").open("w+b")
    demand_service(services, "rabbitmq")
    with log, LocalStack(services, profile="staging", package=package, log=log) as stack:
        service = Service(stack, log)
        at = stack.addresses.redis["at"]
        with psycopg.connect(stack.addresses.database, autocommit=True) as connection:
            connection.execute((package / "decision_analysis.sql").read_bytes())

        # HTTP
        found = service.ask("GET", "/countries").body
        assert found.keys() == {"at", "cz", "de", "hu", "ro"}
        assert found["at"] == [101, 102]
        for number in (1, 2):
            body = order(number, minute=number, note=f"note {number}")
            assert service.ask("POST", "/process_order", body).status == 200
        assert service.ask("GET", "/get_order_data/at/AT-1").body["note"] == "note 1"
        assert service.ask("GET", "/get_prediction/at/101").body == {}

        # Redis
        with redis.Redis.from_url(at) as client:
            assert json.loads(client.hget("order:AT-2", "json"))["note"] == "note 2"
        assert call(copy, "waiting", url=at, warehouse_id=101) == [
            "AT-1 at 2026-11-21T12:01:00Z, products: 1",
            "AT-2 at 2026-11-21T12:02:00Z, products: 1",
        ]

        # PostgreSQL
        statement = (package / "exercises/choices.sql").read_bytes()
        with psycopg.connect(stack.addresses.database, autocommit=True) as connection:

            def chosen() -> list[tuple[str, int]]:
                return list(connection.execute(statement))

            assert eventually(lambda: sum(count for _, count in chosen()) == 2, 15), chosen()

        # RabbitMQ
        call(copy, "picked", url=stack.addresses.rabbitmq["at"], order_id="AT-1")
        assert eventually(lambda: _waiting(service) == ["AT-2"], 15)


def _waiting(service: Service) -> list[str]:
    return [one["orderId"] for one in service.ask("GET", "/get_orders/at/101").body]
