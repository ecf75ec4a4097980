"""Build E: a question to the record of decisions."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import Any

from backend_notes.builds.steps import Build, MissingError
from backend_notes.builds.working_copy import PACKAGE, package_of
from backend_notes.project import Project
from backend_notes.services.lease import Services

_FILE = f"{PACKAGE}/exercises/choices.sql"


def choices(project: Project, services: Services) -> Generator[None]:
    """Build E, on the service's own table, twice with other rows."""
    import psycopg

    file = project.root / _FILE
    name = _FILE
    if not file.is_file():
        raise MissingError(f"{name} is not there.")
    statement = file.read_text(encoding="utf-8")
    if not _statements(statement):
        raise MissingError("It is not written yet.", f"{name}.")
    with (
        services.lease(["postgres"]) as env,
        closing(psycopg.connect(env["DATABASE_URL"], autocommit=True)) as connection,
    ):
        table = (package_of(project) / "decision_analysis.sql").read_text(encoding="utf-8")
        connection.execute(table.encode())
        for manual, automated in ((1, 3), (4, 2)):
            _fill(connection, manual, automated)
            rows = _select(connection, statement, name)
            if manual == 1:
                _demand_columns(rows, name)
                yield
            _demand_counts(rows, {"MANUAL": manual, "AUTOMATED": automated}, name)
        yield
        if rows != sorted(rows, key=lambda row: -row[1]):
            raise MissingError(f"The rows come as {_as_text(rows)}.", f"{name}: the order of rows.")
        yield


def _statements(text: str) -> list[str]:
    """The statements in a text without its comment lines; enough to see whether there is one."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("--"))
    return [part for part in "\n".join(lines).split(";") if part.strip()]


def _fill(connection: Any, manual: int, automated: int) -> None:
    """Rows with so many choices, and five more in each sector that was the only one."""
    connection.execute("TRUNCATE decision_analysis")
    chosen = [("MANUAL", True)] * manual + [("AUTOMATED", True)] * automated
    for sector, had_choice in chosen + [("MANUAL", False), ("AUTOMATED", False)] * 5:
        connection.execute(
            "INSERT INTO decision_analysis (decision_id, country, warehouse_id, order_id,"
            " product_id, storage_type, amount, sector, had_choice)"
            " VALUES (gen_random_uuid(), 'at', 101, 'AT-1', 501, 'AMBIENT', 1.5, %s, %s)",
            (sector, had_choice),
        )


def _select(connection: Any, statement: str, name: str) -> list[tuple[Any, ...]]:
    import psycopg

    connection.read_only = True  # a SELECT is asked for, and nothing else
    try:
        with connection.transaction():
            cursor = connection.execute(statement.encode())
            return list(cursor) if cursor.description else []
    except psycopg.Error as error:
        position = error.diag.statement_position
        line = f":{statement[: int(position)].count(chr(10)) + 1}" if position else ""
        place = f"{name}{line}"
        reason = error.diag.message_primary or str(error)
        raise MissingError(f"{place}: PostgreSQL says: {reason}.", f"{place}.") from None
    finally:
        connection.read_only = False


def _demand_columns(rows: list[tuple[Any, ...]], name: str) -> None:
    for row in rows:
        if len(row) != 2 or not isinstance(row[0], str) or isinstance(row[1], str):
            raise MissingError(f"A row is {row!r} and should be a sector and a number.", f"{name}.")
    if not rows:
        raise MissingError("It returns no rows.", f"{name}.")


def _demand_counts(rows: list[tuple[Any, ...]], expected: dict[str, int], name: str) -> None:
    if len(rows) != len(expected) or dict(rows) != expected:
        wanted = ", ".join(f"{sector} {count}" for sector, count in expected.items())
        raise MissingError(
            f"It returns {_as_text(rows)}; right is {wanted}.",
            f"{name}: which rows count, and what they are grouped by.",
        )


def _as_text(rows: list[tuple[Any, ...]]) -> str:
    return ", ".join(" ".join(map(str, row)) for row in rows) or "nothing"


BUILD = Build(
    "one `SELECT`",
    (
        "The statement returns rows of a sector and a number.",
        "Each number counts the decisions of that sector that had a choice.",
        "The largest number stands first.",
    ),
    choices,
    f"Run it on your own stack: uv run picking-engine sql --file {_FILE}",
)
