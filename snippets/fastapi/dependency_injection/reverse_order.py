from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
steps: list[str] = []


# --8<-- [start:program]
def connection() -> Iterator[str]:
    steps.append("connect")
    yield "connection"
    steps.append("disconnect")


def lock(on: Annotated[str, Depends(connection)]) -> Iterator[str]:
    steps.append("lock")
    yield "lock"
    steps.append("unlock")


@app.get("/pick")
def pick(held: Annotated[str, Depends(lock)]) -> None:
    steps.append("pick")


TestClient(app).get("/pick")
print(*steps)
# --8<-- [end:program]
