from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
def transaction() -> Iterator[str]:
    print("begin")
    try:
        yield "tx"
    except Exception as error:
        print("rollback because of", repr(error))
        raise  # (1)!
    else:
        print("commit")  # (2)!
    finally:
        print("release")


@app.post("/pick/{sku}")
def pick(sku: str, tx: Annotated[str, Depends(transaction)]) -> str:
    if sku != "BOX-1":
        raise HTTPException(404, "no such stock")
    return "picked"


client = TestClient(app)
print(client.post("/pick/BOX-1").status_code)
print(client.post("/pick/BOX-9").status_code)
# --8<-- [end:program]
