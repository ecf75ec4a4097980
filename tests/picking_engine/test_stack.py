"""`picking-engine`: the whole stack on this machine, from its first line to its last."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import CliRunner
from orders import order, until

from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services
from backend_notes.services.policy import demand_service
from backend_notes.services.private import free_port
from backend_notes.stack.cli import main, noted
from backend_notes.stack.local import LocalStack, StackError, demand_port

COMMAND = Path(sys.executable).with_name("picking-engine")
PARTS = ["PostgreSQL", "Redis", "RabbitMQ", "config server", "API"]


@pytest.fixture(scope="module")
def stack(services: Services) -> Iterator[LocalStack]:
    """Two workers in a profile that reports."""
    demand_service(services, "rabbitmq")
    with LocalStack(services, profile="staging", workers=2, log=subprocess.DEVNULL) as stack:
        yield stack


@pytest.fixture
def look(
    stack: LocalStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., str]]:
    """Run a subcommand against the stack; its output."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def look(*arguments: str) -> str:
        return CliRunner().invoke(main, list(arguments)).output.rstrip()

    with noted(stack.environment(), tmp_path):
        yield look


def ask(url: str, body: Any = None) -> Any:
    request = urllib.request.Request(
        url,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_an_order_goes_all_the_way(stack: LocalStack, look: Any, project: Any) -> None:
    """HTTP, Redis, PostgreSQL, RabbitMQ: as a reader of the workbook drives it."""
    ddl = project.snippets / "picking_engine/decision_analysis.sql"
    assert look("sql", "--file", str(ddl)) == "CREATE TABLE"
    answer = ask(f"{stack.url}/process_order", order())
    assert answer == {"orderId": "AT-1", "sectors": {"501": "AUTOMATED"}}
    assert look("redis", "at", "ZRANGE", "orders:101", "0", "-1") == "AT-1"
    assert look("redis", "at", "HGETALL", "order:AT-1").startswith("warehouse: 101\njson: {")
    assert look("redis", "cz", "DBSIZE") == "0"
    rows = "SELECT order_id, product_id, sector, had_choice FROM decision_analysis"
    until(lambda: look("sql", rows).endswith("AT-1 | 501 | AUTOMATED | True"))
    picked = json.dumps({"orderId": "AT-1", "state": "PICKED"})
    published = look("publish", "at", "wapi-events", "wapi-order-event", picked)
    assert published == "published to wapi-events with routing key wapi-order-event"
    until(lambda: ask(f"{stack.url}/get_orders/at/101") == [])


def test_every_worker_sees_the_same_orders(stack: LocalStack) -> None:
    ask(f"{stack.url}/process_order", order(7, warehouse=102))
    for _ in range(20):
        (waiting,) = ask(f"{stack.url}/get_orders/at/102")
        assert waiting["orderId"] == "AT-7"


def test_a_worker_that_dies_is_replaced(stack: LocalStack) -> None:
    (gunicorn,) = [p for p in psutil.Process().children() if "gunicorn" in " ".join(p.cmdline())]
    before = gunicorn.children()
    before[0].kill()
    until(lambda: before[0] not in gunicorn.children() and len(gunicorn.children()) == 2)
    assert ask(f"{stack.url}/ping") == {"status": "ok"}


def test_a_config_server_that_goes_away_later_stops_nobody(
    services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with (
        LocalStack(services, log=subprocess.DEVNULL) as stack,
        noted(stack.environment(), tmp_path),
    ):
        port = stack.config_url.rpartition(":")[2]
        (server,) = [p for p in psutil.Process().children() if p.cmdline()[-1] == port]
        server.kill()
        server.wait()
        answer = ask(f"{stack.url}/process_order", order())
        assert answer["sectors"] == {"501": "AUTOMATED"}
        said = CliRunner().invoke(main, ["redis", "at", "PING"])
        assert said.exit_code == 1
        assert said.output.startswith(f"Error: The config server {stack.config_url} does not serve")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("redis", "at", "NONSENSE"), "Error: Redis of at: unknown command 'NONSENSE'"),
        (("sql", "SELECT nothing"), 'Error: PostgreSQL: column "nothing" does not exist'),
        (("sql",), "give either a statement or --file"),
        (("publish", "at", "wapi-events", "other", "{}"), "No queue is bound to wapi-events"),
        (("publish", "at", "nowhere", "key", "{}"), "no exchange 'nowhere'"),
        (("redis", "xx", "PING"), "There is no country xx. There are: at, cz, de, hu, ro."),
    ],
    ids=str,
)
def test_what_cannot_be_looked_into_is_said(
    look: Any, arguments: tuple[str, ...], sentence: str
) -> None:
    output = look(*arguments)
    assert sentence in output
    assert "Traceback" not in output


def test_where_nothing_runs_the_way_to_start_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = CliRunner().invoke(main, ["redis", "at", "PING"])
    assert result.exit_code == 1
    assert result.output == (
        "Error: The picking engine does not run. Start it in another terminal:"
        " `uv run picking-engine`.\n"
    )


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StackError) as caught:
            demand_port(port, "--port")
    assert str(caught.value) == (
        f"Port {port} is in use. Stop the program that uses it, or choose another port with --port."
    )


def test_without_rabbitmq_the_consumer_is_off(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    remedy = "RabbitMQ is not available. Install it."
    lease = services.lease

    def without(needs: list[str]) -> Any:
        if "rabbitmq" in needs:
            raise ServiceUnavailableError(remedy)
        return lease(needs)

    monkeypatch.setattr(services, "lease", without)
    with LocalStack(services, log=subprocess.DEVNULL) as stack:
        parts = dict(stack.parts())
        assert parts["RabbitMQ"] == f"off, so no consumer runs: {remedy}"
        answer = ask(f"{stack.url}/process_order", order())
        assert answer["sectors"] == {"501": "AUTOMATED"}


def test_the_command_starts_everything_and_ctrl_c_ends_it(
    services: Services, stack: LocalStack, tmp_path: Path
) -> None:
    port, config_port = free_port(), free_port()
    addresses = {
        "DATABASE_URL": services.source("postgres").url,
        "REDIS_URL": services.source("redis").url,
        "AMQP_URL": services.source("rabbitmq").url,
    }
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with (
        ExitStack() as at_the_end,
        subprocess.Popen(
            [COMMAND, "--port", str(port), "--config-port", str(config_port), "--workers", "1"],
            env={**os.environ, **addresses, "HOME": str(tmp_path), "TMPDIR": str(scratch)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process,
    ):
        at_the_end.callback(process.kill)
        assert process.stdout
        lines = [process.stdout.readline().rstrip() for _ in range(6)]
        assert [re.split(r"  +| (?=http)", line)[0] for line in lines[:5]] == PARTS
        assert lines[4].endswith(f"http://localhost:{port}/docs")
        assert lines[5] == "1 worker, profile development. Ctrl-C ends everything."
        assert ask(f"http://localhost:{config_port}/picking-engine-at/development")
        with urllib.request.urlopen(f"http://localhost:{port}/docs") as answer:
            assert answer.status == 200
        below = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "Ended; nothing is left running.\n"
        assert process.wait(30) == 0
    _, alive = psutil.wait_procs(below, timeout=15)
    assert alive == []
    assert list(scratch.iterdir()) == []
    assert not (tmp_path / ".cache/picking-engine.json").exists()
    demand_port(port, "--port")


def test_the_command_says_that_its_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["--port", str(port)])
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: Port {port} is in use.")


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        (("--workers", "0"), "Invalid value for '--workers': 0 is not in the range x>=1."),
        (
            ("--workers", "abc"),
            "'--workers': 'abc' is not a valid integer range.",
        ),
        (("--port", "70000"), "Invalid value for '--port': 70000 is not in the range 1<=x<=65535."),
        (("--profile", "prod"), "'prod' is not one of 'development', 'testing', 'staging',"),
    ],
    ids=str,
)
def test_an_option_that_makes_no_sense_is_refused(option: tuple[str, str], sentence: str) -> None:
    result = CliRunner().invoke(main, list(option))
    assert result.exit_code == 2
    assert sentence in result.output
