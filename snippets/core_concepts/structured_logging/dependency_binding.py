# --8<-- [start:all]
from typing import Annotated

import structlog
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from structlog.contextvars import bind_contextvars, merge_contextvars

structlog.configure(
    processors=[merge_contextvars, structlog.processors.KeyValueRenderer()]
)
log = structlog.get_logger()
app = FastAPI()


def customer_sync() -> None:
    bind_contextvars(customer_id="C-1")


async def customer_async() -> None:
    bind_contextvars(customer_id="C-1")


@app.get("/sync")
async def after_sync(_: Annotated[None, Depends(customer_sync)]) -> None:
    log.info("sync_dependency")


@app.get("/async")
async def after_async(_: Annotated[None, Depends(customer_async)]) -> None:
    log.info("async_dependency")


client = TestClient(app)
client.get("/sync")
client.get("/async")
# --8<-- [end:all]
