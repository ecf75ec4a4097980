# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from warehouse import database_url

SETUP = [
    "CREATE TABLE scans AS SELECT id FROM generate_series(1, 20000) AS id",
    "CREATE UNIQUE INDEX ix_scans_id ON scans (id)",
    "ANALYZE scans",
]


# --8<-- [start:all]
PAGES = {
    "first page": "SELECT id FROM scans ORDER BY id LIMIT 20",
    "offset, page 501": "SELECT id FROM scans ORDER BY id LIMIT 20 OFFSET 10000",
    "keyset, page 501": "SELECT id FROM scans WHERE id > 10000 ORDER BY id LIMIT 20",
    "total count": "SELECT count(*) FROM scans",
}


def rows_read(plan: dict[str, Any]) -> int:
    below = [rows_read(child) for child in plan.get("Plans", [])]
    return max([int(plan["Actual Rows"]), *below])


async def main() -> None:
    engine = create_async_engine(database_url())
    async with engine.connect() as connection:
        for statement in SETUP:
            await connection.execute(text(statement))
        for page, query in PAGES.items():
            plan = await connection.scalar(
                text(f"EXPLAIN (ANALYZE, FORMAT JSON) {query}")
            )
            print(f"{page}: {rows_read(plan[0]['Plan'])} rows read")
            #> first page: 20 rows read
            #> offset, page 501: 10020 rows read
            #> keyset, page 501: 20 rows read
            #> total count: 20000 rows read
    await engine.dispose()


# --8<-- [end:all]
asyncio.run(main())
