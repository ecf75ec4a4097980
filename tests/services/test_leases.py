"""Every run gets a part of the server that nobody else uses, and leaves none of it behind."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pika
import psycopg
import pytest
import redis
from pika.exceptions import ChannelClosedByBroker

from backend_notes.services import ownership
from backend_notes.services import rabbitmq as rabbitmq_module
from backend_notes.services.lease import ServiceFailedError, Services
from backend_notes.services.rabbitmq import RabbitMQ


def names(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE NOT datistemplate")
        return {name for (name,) in rows.fetchall()}


@pytest.fixture
def dead_name() -> str:
    """What a process called its things before it was killed."""
    with subprocess.Popen([sys.executable, "-ISc", ""]) as process:
        pass
    machine = ownership.new_name().split("_")[1]
    return f"notes_{machine}_{process.pid}_0badcafe"


def test_each_lease_is_an_empty_database(private, address):
    with private.lease(["postgres"]) as first, private.lease(["postgres"]) as second:
        with psycopg.connect(first["DATABASE_URL"]) as connection:
            connection.execute("CREATE TABLE orders (id int)")
        with psycopg.connect(second["DATABASE_URL"]) as connection:
            tables = connection.execute("SELECT to_regclass('orders')").fetchone()
        assert tables == (None,)
    assert names(address("postgres")) == {"postgres"}


def test_a_database_goes_although_somebody_is_connected(private, address):
    with private.lease(["postgres"]) as env:
        connection = psycopg.connect(env["DATABASE_URL"])
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    connection.close()
    assert names(address("postgres")) == {"postgres"}


def test_a_database_goes_although_the_run_fails(private, address):
    with pytest.raises(RuntimeError), private.lease(["postgres", "redis"]) as env:
        redis.Redis.from_url(env["REDIS_URL"]).set("order", 1)
        raise RuntimeError
    assert names(address("postgres")) == {"postgres"}
    with redis.Redis.from_url(address("redis")) as server:
        assert server.info("keyspace") == {}


def test_text_is_utf_8_and_sorts_alike_everywhere(private):
    with private.lease(["postgres"]) as env, psycopg.connect(env["DATABASE_URL"]) as connection:
        row = connection.execute("SELECT lower('ÀÉ'), 'Z' < 'a', now()::text ~ '\\+00$'").fetchone()
    assert row == ("àé", True, True)


def test_databases_of_killed_runs_are_dropped(private, address, dead_name):
    url = address("postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {dead_name}")
        connection.execute("CREATE DATABASE notes_of_mine")
    with private.lease(["postgres"]):
        assert dead_name not in names(url)
    assert names(url) == {"postgres", "notes_of_mine"}
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP DATABASE notes_of_mine")


def test_keys_of_others_are_neither_seen_nor_touched(private, address):
    base = address("redis").rpartition("/")[0]
    with redis.Redis.from_url(f"{base}/0") as zero, redis.Redis.from_url(f"{base}/15") as last:
        zero.set("theirs", 0)
        last.set("theirs", 15)
        with private.lease(["redis"]) as first, private.lease(["redis"]) as second:
            used = [env["REDIS_URL"].rpartition("/")[2] for env in (first, second)]
            assert used == ["14", "13"]
            with redis.Redis.from_url(first["REDIS_URL"]) as client:
                assert client.dbsize() == 0
                client.mset({f"order:{n}": n for n in range(3000)})
        assert set(zero.info("keyspace")) == {"db0", "db15"}
        assert zero.keys() == last.keys() == [b"theirs"]
        zero.delete("theirs")
        last.delete("theirs")


def test_a_full_redis_is_an_error(private, address):
    base = address("redis").rpartition("/")[0]
    clients = [redis.Redis.from_url(f"{base}/{number}") for number in range(16)]
    for client in clients:
        client.set("theirs", 1)
    with (
        pytest.raises(ServiceFailedError, match="no empty logical database left"),
        private.lease(["redis"]),
    ):
        pass
    for client in clients:
        assert client.keys() == [b"theirs"]
        client.delete("theirs")
        client.close()


def test_keys_of_killed_runs_are_deleted(private, address, dead_name):
    base = address("redis").rpartition("/")[0]
    with redis.Redis.from_url(f"{base}/0") as zero, redis.Redis.from_url(f"{base}/9") as ninth:
        zero.set("backend-notes:database:9", dead_name)
        ninth.set("order", 1)
        with private.lease(["redis"]):
            assert ninth.keys() == []
        assert zero.keys() == []


def test_leases_side_by_side(private):
    def run(number: int) -> tuple[str, str]:
        with private.lease(["postgres", "redis"]) as env:
            with redis.Redis.from_url(env["REDIS_URL"]) as client:
                assert client.incr("orders") == 1
            return env["DATABASE_URL"], env["REDIS_URL"]

    with ThreadPoolExecutor(4) as pool:
        databases = [database for database, _ in pool.map(run, range(8))]
    assert len(set(databases)) == 8


def test_a_server_that_died_is_an_error_in_words():
    with Services() as services:
        with services.lease(["redis"]) as env:
            pass
        with redis.Redis.from_url(env["REDIS_URL"]) as client, pytest.raises(redis.RedisError):
            client.execute_command("SHUTDOWN", "NOSAVE")
            client.ping()
        with (
            pytest.raises(ServiceFailedError, match=r"Redis .* does not do what it has to now"),
            services.lease(["redis"]),
        ):
            pass


def channel(url: str) -> pika.BlockingConnection:
    return pika.BlockingConnection(pika.URLParameters(url))


def test_each_lease_is_an_empty_vhost(rabbitmq: Services):
    with rabbitmq.lease(["rabbitmq"]) as first, rabbitmq.lease(["rabbitmq"]) as second:
        with channel(first["AMQP_URL"]) as connection:
            connection.channel().queue_declare("orders")
        with channel(second["AMQP_URL"]) as connection, pytest.raises(ChannelClosedByBroker):
            connection.channel().queue_declare("orders", passive=True)
    with pytest.raises(pika.exceptions.AMQPError):
        channel(first["AMQP_URL"])


def test_vhosts_of_killed_runs_are_deleted(rabbitmq: Services, dead_name, monkeypatch):
    """On a server that somebody else keeps, whose console answers at the usual port."""
    url = rabbitmq.source("rabbitmq").url
    console = rabbitmq._slots["rabbitmq"].service._consoles[url]
    monkeypatch.setattr(rabbitmq_module, "_CONSOLE_PORT", int(console.rpartition(":")[2]))
    api = rabbitmq_module._Console(url, None)
    api.create(dead_name)
    with RabbitMQ().lease(url) as leased:
        hosts = {host["name"] for host in api._ask("GET", "vhosts")}
        assert hosts == {"/", leased.rpartition("/")[2]}
    assert {host["name"] for host in api._ask("GET", "vhosts")} == {"/"}


def test_the_vhost_of_the_address_where_none_can_be_made(rabbitmq: Services, monkeypatch):
    monkeypatch.setattr(rabbitmq_module, "_CONSOLE_PORT", 1)
    url = rabbitmq.source("rabbitmq").url
    monkeypatch.setenv("AMQP_URL", url)
    with Services() as services, services.lease(["rabbitmq"]) as env:
        assert env == {"AMQP_URL": url}
        assert services.report() == {"rabbitmq": f"AMQP_URL: {url.replace(':guest', ':***')}"}
