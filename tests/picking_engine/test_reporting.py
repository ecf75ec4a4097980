"""Decisions in a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from fastapi.testclient import TestClient
from faults import Breakable, Proxy
from orders import database_settings, order, product, queued, settings_for, until

from backend_notes.project import Project
from picking_engine.app import create_app
from picking_engine.config import DatabaseSettings, Profile
from picking_engine.reporting import DecisionWriter, report, rows_of


@pytest.fixture
def table(project: Project) -> str:
    return (project.snippets / "picking_engine/decision_analysis.sql").read_text()


@pytest.fixture
def database(share: Callable[[str], str], table: str) -> Iterator[psycopg.Connection[Any]]:
    url = share("postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(table.encode())
        yield connection


@pytest.fixture
def settings(database: psycopg.Connection[Any]) -> DatabaseSettings:
    info = database.info
    return database_settings(f"postgresql://{info.user}@{info.host}:{info.port}/{info.dbname}")


def count(database: psycopg.Connection[Any]) -> int:
    (found,) = database.execute("SELECT count(*) FROM decision_analysis").fetchone() or (0,)
    return int(found)


def test_each_product_becomes_a_row(
    database: psycopg.Connection[Any], settings: DatabaseSettings
) -> None:
    report(Profile.STAGING, settings, "at", queued())
    columns = "country, warehouse_id, order_id, product_id, storage_type, amount, sector"
    (row,) = database.execute(f"SELECT {columns}, had_choice FROM decision_analysis").fetchall()
    assert row == ("at", 101, "AT-1", 501, "AMBIENT", Decimal(1), "MANUAL", True)


@pytest.mark.parametrize("profile", [Profile.DEVELOPMENT, Profile.TESTING])
def test_nothing_is_written_in_development_and_testing(
    database: psycopg.Connection[Any], settings: DatabaseSettings, profile: Profile
) -> None:
    report(profile, settings, "at", queued())
    assert count(database) == 0


def test_a_row_written_twice_stands_once(
    database: psycopg.Connection[Any], settings: DatabaseSettings
) -> None:
    """As when the connection breaks after the commit: nobody knows whether it went through."""
    rows = rows_of("at", queued())
    writer = DecisionWriter(Profile.STAGING, settings, "at")
    writer.write(rows)
    writer.write(rows)
    assert count(database) == 1


def test_an_order_id_is_never_read_as_sql(
    database: psycopg.Connection[Any], settings: DatabaseSettings
) -> None:
    nasty = queued().model_copy(update={"order_id": "'); DROP TABLE decision_analysis; --"})
    report(Profile.STAGING, settings, "at", nasty)
    assert count(database) == 1


def test_a_table_name_is_quoted(
    database: psycopg.Connection[Any], settings: DatabaseSettings, table: str
) -> None:
    name = 'odd "name"; --'
    quoted = '"odd ""name""; --"'
    database.execute(table.replace("decision_analysis", quoted).encode())
    report(Profile.STAGING, settings.model_copy(update={"table": name}), "at", queued())
    assert database.execute(f"SELECT count(*) FROM {quoted}".encode()).fetchone() == (1,)


def test_all_rows_of_an_order_or_none(
    database: psycopg.Connection[Any], settings: DatabaseSettings
) -> None:
    rows = rows_of("at", queued())
    broken = (*rows[0][:-1], None)
    with pytest.raises(psycopg.errors.NotNullViolation):
        DecisionWriter(Profile.STAGING, settings, "at").write([*rows, (*broken[:0], *broken)])
    assert count(database) == 0


def test_what_cannot_be_written_is_logged_in_one_sentence(
    database: psycopg.Connection[Any],
    settings: DatabaseSettings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    database.execute("DROP TABLE decision_analysis")
    report(Profile.STAGING, settings, "at", queued())
    (record,) = caplog.records
    sentence = 'decisions of order AT-1 not written: relation "decision_analysis" does not exist'
    assert record.getMessage() == sentence


def test_the_caller_does_not_wait_for_the_report(
    database: psycopg.Connection[Any], settings: DatabaseSettings, share: Callable[[str], str]
) -> None:
    info = database.info
    url = f"postgresql://{info.user}@{info.host}:{info.port}/{info.dbname}"
    all_settings = settings_for({"at": share("redis")}, database=url, profile=Profile.STAGING)
    with TestClient(create_app(lambda: all_settings)) as client:
        database.execute("BEGIN; LOCK TABLE decision_analysis")
        with ThreadPoolExecutor(1) as pool:
            body = order(products=[product(7), product(8)])
            sending = pool.submit(client.post, "/process_order", json=body)
            until(lambda: client.get("/get_order_data/at/AT-1").status_code == 200)
            database.execute("COMMIT")
            assert sending.result().status_code == 200
    until(lambda: count(database) == 2)


def test_a_server_restarted_in_between_is_reached_again(postgres: Breakable, table: str) -> None:
    settings = database_settings(postgres.url)
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(table.encode())
        connection.execute("CHECKPOINT")  # a server of the suite's forgets faster than others
    postgres.stop()
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(report, Profile.STAGING, settings, "at", queued())
        postgres.start()
        writing.result()
    with psycopg.connect(postgres.url) as connection:
        assert count(connection) == 1


@pytest.mark.parametrize("chunks", range(1, 6))
def test_a_connection_cut_at_any_moment_leaves_each_row_once(
    database: psycopg.Connection[Any],
    settings: DatabaseSettings,
    proxy: Callable[[str], Proxy],
    caplog: pytest.LogCaptureFixture,
    chunks: int,
) -> None:
    """After the commit was sent, too, when nobody knows whether it went through."""
    way = proxy(f"postgresql://{settings.host}:{settings.port}/")
    way.cut_after = chunks
    port = int(way.url.rpartition(":")[2].strip("/"))
    report(Profile.STAGING, settings.model_copy(update={"port": port}), "at", queued())
    assert count(database) == 1
    assert way.cut_after < 0
    assert "not written" not in caplog.text


def test_a_server_that_stays_away_is_named(caplog: pytest.LogCaptureFixture) -> None:
    nowhere = database_settings("postgresql://postgres@127.0.0.1:1/postgres")
    report(Profile.PRODUCTION, nowhere, "at", queued())
    last = caplog.records[-1].getMessage()
    assert last.startswith("decisions of order AT-1 not written: PostgreSQL of at does not answer")
