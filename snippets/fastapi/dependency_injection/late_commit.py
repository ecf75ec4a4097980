from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
def session() -> Iterator[list[str]]:
    orders: list[str] = []
    yield orders
    raise ConnectionError("commit failed")


@app.post("/late", status_code=201)
def create_late(orders: Annotated[list[str], Depends(session)]) -> str:
    orders.append("A-17")
    return "created"


@app.post("/early", status_code=201)
def create_early(
    orders: Annotated[list[str], Depends(session, scope="function")],
) -> str:
    orders.append("A-17")
    return "created"


client = TestClient(app, raise_server_exceptions=False)
for path in ("/late", "/early"):
    response = client.post(path)
    print(path, response.status_code, response.text)
    #> /late 201 "created"
    #> /early 500 Internal Server Error
# --8<-- [end:program]
