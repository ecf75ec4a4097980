"""Every decision, written to PostgreSQL for analysis."""

from __future__ import annotations

import logging
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql

from picking_engine.config import DatabaseSettings, Profile
from picking_engine.errors import PartUnavailableError
from picking_engine.models import QueuedOrder
from picking_engine.retries import retried

logger = logging.getLogger(__name__)

# --8<-- [start:insert]
INSERT = """
    INSERT INTO {table} (
        decision_id, country, warehouse_id, order_id, product_id,
        storage_type, amount, sector, had_choice
    )
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (decision_id) DO NOTHING
"""
# --8<-- [end:insert]

Row = tuple[Any, ...]


# --8<-- [start:report]
def report(
    profile: Profile, settings: DatabaseSettings, country: str, order: QueuedOrder
) -> None:
    """Write the decisions of an order down; runs after the response has gone.

    Never raises: nobody is left to tell, so what fails goes to the log.
    """
    writer = DecisionWriter(profile, settings, country)
    try:
        writer.write(rows_of(country, order))
    except PartUnavailableError as error:
        logger.error("decisions of order %s not written: %s", order.order_id, error)
    except psycopg.Error as error:
        reason = str(error).partition("\n")[0]
        logger.error("decisions of order %s not written: %s", order.order_id, reason)


# --8<-- [end:report]


def rows_of(country: str, order: QueuedOrder) -> list[Row]:
    """One row for each product that was decided, each with an id of its own."""
    return [
        (
            uuid4(),
            country,
            order.warehouse_id,
            order.order_id,
            product.product_id,
            product.storage_type,
            product.amount,
            order.sectors[product.product_id],
            len(product.sectors) > 1,
        )
        for product in order.products
        if product.product_id in order.sectors
    ]


class DecisionWriter:
    """Writes rows to one tenant's PostgreSQL, never in development or testing.

    Attributes:
        part: what an operator calls it.
    """

    def __init__(
        self, profile: Profile, settings: DatabaseSettings, country: str
    ) -> None:
        self.part = f"PostgreSQL of {country}"
        self._profile = profile
        self._settings = settings

    # --8<-- [start:connect]
    def connect(self) -> psycopg.Connection[Row]:
        """A connection of its own, for the caller to close."""
        return psycopg.connect(
            host=self._settings.host,
            port=self._settings.port,
            dbname=self._settings.name,
            user=self._settings.username,
            password=self._settings.password.get_secret_value(),
            connect_timeout=2,
        )

    # --8<-- [end:connect]

    def reconnect(self) -> None:
        """Nothing to forget: every call has a connection of its own."""

    @retried
    def ping(self) -> None:
        """See that PostgreSQL lets us in."""
        self.connect().close()

    # --8<-- [start:write]
    @retried
    def write(self, rows: list[Row]) -> None:
        """Write rows in one transaction; a row that is there already stays as it is."""
        if self._profile == Profile.DEVELOPMENT:
            return
        connection = self.connect()
        cursor = connection.cursor()
        try:
            if self._profile in (Profile.DEVELOPMENT, Profile.TESTING):
                return
            table = sql.Identifier(self._settings.table)
            cursor.executemany(sql.SQL(INSERT).format(table=table), rows)
            connection.commit()
        finally:
            connection.close()
            cursor.close()

    # --8<-- [end:write]
