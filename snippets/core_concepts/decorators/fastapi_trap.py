# --8<-- [start:trap]
from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


def careless(func: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return func(*args, **kwargs)

    return wrapper


def careful(func: Callable[..., Any]) -> Callable[..., Any]:
    return wraps(func)(careless(func))


@app.get("/careless/{sku}")
@careless
def careless_stock(sku: str) -> int:
    return 40


@app.get("/careful/{sku}")
@careful
def careful_stock(sku: str) -> int:
    return 40


client = TestClient(app)
response = client.get("/careless/BOX-3")
missing = [error["loc"] for error in response.json()["detail"]]
print(response.status_code, missing)
#> 422 [['query', 'args'], ['query', 'kwargs']]

response = client.get("/careful/BOX-3")
print(response.status_code, response.json())
#> 200 40
# --8<-- [end:trap]
