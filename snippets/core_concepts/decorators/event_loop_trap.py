# --8<-- [start:trap]
import asyncio
from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


def audited(func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        return func(*args, **kwargs)

    return wrapper


def where() -> str:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return "worker thread"
    return "event loop"


app.get("/plain")(where)
app.get("/audited")(audited(where))

client = TestClient(app)
print(client.get("/plain").json(), "|", client.get("/audited").json())
#> worker thread | event loop
# --8<-- [end:trap]
