from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.exceptions import FastAPIError
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
def transaction() -> Iterator[str]:
    try:
        yield "tx"
    except Exception as error:
        print("logged", repr(error))  # (1)!


@app.post("/pick/{sku}")
def pick(sku: str, tx: Annotated[str, Depends(transaction)]) -> str:
    raise HTTPException(404, "no such stock")


try:
    TestClient(app).post("/pick/BOX-9")
except FastAPIError as error:
    print(str(error).partition(".")[0])
# --8<-- [end:program]
