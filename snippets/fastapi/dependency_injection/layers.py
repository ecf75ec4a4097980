from typing import Annotated, Protocol

from fastapi import Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient


# --8<-- [start:business]
class OutOfStockError(Exception): ...


class StockRepository(Protocol):
    def pieces(self, sku: str) -> int: ...


class PickingService:
    def __init__(self, stock: StockRepository) -> None:
        self.stock = stock

    def pick(self, sku: str, quantity: int) -> int:
        left = self.stock.pieces(sku) - quantity
        if left < 0:
            raise OutOfStockError(sku)
        return left


# --8<-- [end:business]
# --8<-- [start:wiring]
class InMemoryStock:
    def __init__(self, pieces: dict[str, int]) -> None:
        self.by_sku = pieces

    def pieces(self, sku: str) -> int:
        return self.by_sku.get(sku, 0)


async def get_stock() -> StockRepository:
    return InMemoryStock({"BOX-1": 7})


Stock = Annotated[StockRepository, Depends(get_stock)]


async def get_picking(stock: Stock) -> PickingService:
    return PickingService(stock)


app = FastAPI()


@app.post("/pick/{sku}")
async def pick(
    sku: str, picking: Annotated[PickingService, Depends(get_picking)]
) -> int:
    try:
        return picking.pick(sku, 2)
    except OutOfStockError as error:
        raise HTTPException(409, f"{error} is out of stock") from error


print(PickingService(InMemoryStock({"BOX-1": 3})).pick("BOX-1", 1))
#> 2
client = TestClient(app)
print(client.post("/pick/BOX-1").json(), client.post("/pick/BOX-9").json())
#> 5 {'detail': 'BOX-9 is out of stock'}
# --8<-- [end:wiring]
