from itertools import count
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

calls = count(1)
app = FastAPI()


# --8<-- [start:program]
def call_number() -> int:
    return next(calls)


def for_audit(number: Annotated[int, Depends(call_number)]) -> int:
    return number


@app.get("/cached")
def cached(
    number: Annotated[int, Depends(call_number)],
    audit: Annotated[int, Depends(for_audit)],
) -> list[int]:
    return [number, audit]


@app.get("/fresh")
def fresh(
    number: Annotated[int, Depends(call_number, use_cache=False)],
    audit: Annotated[int, Depends(for_audit)],
) -> list[int]:
    return [number, audit]


client = TestClient(app)
for path in ("/cached", "/cached", "/fresh"):
    print(client.get(path).json())
# --8<-- [end:program]
