import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


# --8<-- [start:program]
async def get_db() -> AsyncIterator[str]:  # (1)!
    print("open session")
    try:
        yield "session"
    finally:
        print("close session")


class StockReport:
    def __init__(self, db: str) -> None:
        self.db = db

    async def build(self) -> str:
        return f"report through {self.db}"


open_db = asynccontextmanager(get_db)  # (2)!


async def nightly_report() -> None:
    async with open_db() as db:  # (3)!
        print(await StockReport(db).build())


asyncio.run(nightly_report())
# --8<-- [end:program]
