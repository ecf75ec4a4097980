"""The SQL writer closes its connection before its cursor, and checks the profile twice."""

from __future__ import annotations

import os
from typing import Any

import psycopg
from orders import NOWHERE, database_settings, queued

from picking_engine.config import Profile
from picking_engine.errors import PartUnavailableError
from picking_engine.reporting import DecisionWriter, rows_of

NEEDS = ("postgres",)
ROWS = rows_of("at", queued())


def closing_order() -> list[str]:
    """What a write closes, the first one first."""
    closed: list[str] = []
    originals = psycopg.Connection.close, psycopg.Cursor.close

    def note(kind: str, close: Any) -> Any:
        def noted(self: Any) -> None:
            closed.append(kind)
            close(self)

        return noted

    psycopg.Connection.close = note("connection", originals[0])  # type: ignore[method-assign]
    psycopg.Cursor.close = note("cursor", originals[1])  # type: ignore[method-assign]
    settings = database_settings(os.environ["DATABASE_URL"])
    try:
        DecisionWriter(Profile.STAGING, settings, "at").write(ROWS)
    except psycopg.errors.UndefinedTable:
        pass
    finally:
        psycopg.Connection.close, psycopg.Cursor.close = originals  # type: ignore[method-assign]
    return closed


def connects_in(profile: Profile) -> bool:
    """Whether a write asks for a connection: there is no server, so it is missed."""
    try:
        DecisionWriter(profile, database_settings(NOWHERE), "at").write(ROWS)
    except PartUnavailableError:
        return True
    return False


def shows() -> None:
    assert closing_order() == ["connection", "cursor"]
    assert connects_in(Profile.TESTING)
    assert not connects_in(Profile.DEVELOPMENT)


def is_cured() -> None:
    assert closing_order() == ["cursor", "connection"]
    assert not connects_in(Profile.TESTING)
    assert not connects_in(Profile.DEVELOPMENT)
    assert connects_in(Profile.STAGING)
