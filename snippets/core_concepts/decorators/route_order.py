# --8<-- [start:order]
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from fastapi import FastAPI
from fastapi.testclient import TestClient

P = ParamSpec("P")
R = TypeVar("R")
app = FastAPI()
seen: list[str] = []


def audited(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        seen.append(func.__name__)
        return func(*args, **kwargs)

    return wrapper


@audited
@app.delete("/orders/{order_id}")
def cancel_order(order_id: str) -> str:
    return "cancelled"


@app.delete("/lines/{line_id}")
@audited
def cancel_line(line_id: str) -> str:
    return "cancelled"


client = TestClient(app)
print(client.delete("/orders/A-17").json(), client.delete("/lines/3").json())
#> cancelled cancelled

print(seen)
#> ['cancel_line']
# --8<-- [end:order]
