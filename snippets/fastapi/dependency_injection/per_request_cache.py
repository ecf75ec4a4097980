from itertools import count
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

calls = count(1)
app = FastAPI()


# --8<-- [start:program]
def call_number() -> int:
    return next(calls)


Number = Annotated[int, Depends(call_number)]


def for_audit(number: Number) -> int:
    return number


@app.get("/cached")
def cached(number: Number, audit: Annotated[int, Depends(for_audit)]) -> list[int]:
    return [number, audit]  # (1)!


@app.get("/fresh")
def fresh(
    number: Number, again: Annotated[int, Depends(call_number, use_cache=False)]
) -> list[int]:
    return [number, again]  # (2)!


@app.get("/scoped")
def scoped(
    number: Number, held: Annotated[int, Depends(call_number, scope="function")]
) -> list[int]:
    return [number, held]  # (3)!


client = TestClient(app)
print(client.get("/cached").json(), client.get("/cached").json())
#> [1, 1] [2, 2]
print(client.get("/fresh").json())
#> [3, 4]
print(client.get("/scoped").json())
#> [5, 6]
# --8<-- [end:program]
