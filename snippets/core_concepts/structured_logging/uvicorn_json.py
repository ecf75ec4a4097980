# /// script
# [tool.notes]
# normalise = ["times", "ports"]
# ///
# --8<-- [start:all]
import asyncio
import logging
from urllib.request import urlopen

import log_setup
import structlog
import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/orders/{order_id}")
async def read_order(order_id: str) -> dict[str, str]:
    structlog.get_logger("orders").info("order_read", order_id=order_id)
    return {"order_id": order_id}


async def main() -> None:
    log_setup.configure(json_lines=True)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))  # (1)!
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)  # (2)!
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    await asyncio.to_thread(urlopen, f"http://127.0.0.1:{port}/orders/O-1001")
    server.should_exit = True
    await serving


asyncio.run(main())
# --8<-- [end:all]
