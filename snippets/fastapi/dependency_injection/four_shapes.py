from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient


# --8<-- [start:shapes]
def warehouse_name(warehouse: str = "berlin") -> str:  # (1)!
    return warehouse.title()


class Page:  # (2)!
    def __init__(self, number: int = 1, size: int = 50) -> None:
        self.offset = (number - 1) * size


class AtMost:  # (3)!
    def __init__(self, pieces: int) -> None:
        self.pieces = pieces

    def __call__(self, quantity: int = 1) -> int:
        if quantity > self.pieces:
            raise HTTPException(409, f"at most {self.pieces} pieces")
        return quantity


def open_stock() -> Iterator[dict[str, int]]:  # (4)!
    stock = {"BOX-1": 7}
    yield stock
    stock.clear()


# --8<-- [end:shapes]
app = FastAPI()


# --8<-- [start:endpoint]
@app.get("/pick")
def pick(
    warehouse: Annotated[str, Depends(warehouse_name)],
    page: Annotated[Page, Depends()],  # (1)!
    quantity: Annotated[int, Depends(AtMost(10))],  # (2)!
    stock: Annotated[dict[str, int], Depends(open_stock)],
) -> dict[str, str | int]:
    return {"in": warehouse, "offset": page.offset, "left": stock["BOX-1"] - quantity}


client = TestClient(app)
print(client.get("/pick?number=3&quantity=2").json())
#> {'in': 'Berlin', 'offset': 100, 'left': 5}
print(client.get("/pick?quantity=11").json())
#> {'detail': 'at most 10 pieces'}
# --8<-- [end:endpoint]
