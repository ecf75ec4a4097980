# --8<-- [start:code]
import asyncio

import pytest

SHELVES = {"BOX-3": "A1"}


class OutOfStockError(Exception):
    def __init__(self, sku: str) -> None:
        super().__init__(sku)
        self.sku = sku

    def __str__(self) -> str:
        return f"{self.sku} is out of stock (0 left)"


async def shelf_of(sku: str) -> str:
    try:
        return SHELVES[sku]
    except KeyError as error:
        raise OutOfStockError(sku) from error


async def find_all(*skus: str) -> None:
    async with asyncio.TaskGroup() as tasks:
        for sku in skus:
            tasks.create_task(shelf_of(sku))


# --8<-- [end:code]
# --8<-- [start:tests]
def test_the_fields_and_the_cause() -> None:
    with pytest.raises(OutOfStockError) as caught:
        asyncio.run(shelf_of("PEN-9"))
    assert caught.value.sku == "PEN-9"
    assert isinstance(caught.value.__cause__, KeyError)


def test_the_message() -> None:
    with pytest.raises(OutOfStockError, match=r"^PEN-9 .* \(0 left\)$"):
        asyncio.run(shelf_of("PEN-9"))


def test_the_group() -> None:
    one = pytest.RaisesExc(OutOfStockError, match="PEN-9")
    with pytest.RaisesGroup(one, OutOfStockError):
        asyncio.run(find_all("PEN-9", "BOX-3", "MUG-2"))


# --8<-- [end:tests]
