# --8<-- [start:all]
import asyncio
import logging
import sys
from typing import Any

import httpx2
import uvicorn
from fastapi import FastAPI

logging.basicConfig(level=logging.INFO, format="root got %(name)s: %(message)s")
logging.getLogger("httpx2").setLevel(logging.WARNING)
app = FastAPI()
OPTIONS: dict[str, dict[str, Any]] = {
    "default": {},
    "no-access-log": {"access_log": False},
    "none": {"log_config": None},
    "file": {"log_config": "uvicorn_logging.json"},
}


@app.get("/orders/{order_id}")
async def order(order_id: str) -> dict[str, str]:
    return {"order_id": order_id}


async def serve(options: dict[str, Any]) -> None:
    config = uvicorn.Config(app, port=0, lifespan="off", **options)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with httpx2.AsyncClient() as client:
        await client.get(f"http://127.0.0.1:{port}/orders/O-1001")
    server.should_exit = True
    await running


for name in sys.argv[1:]:
    asyncio.run(serve(OPTIONS[name]))
# --8<-- [end:all]
