from typing import Annotated

from fastapi import Depends


class Stock:
    def pieces(self, sku: str) -> int:
        return 7


def get_stock() -> Stock:
    return Stock()


# --8<-- [start:old]
def read_stock_old(sku: str, stock: Stock = Depends(get_stock)) -> int:
    return stock.pieces(sku)


try:
    read_stock_old("BOX-1")
except AttributeError as error:
    print(error)
    #> 'Depends' object has no attribute 'pieces'
# --8<-- [end:old]


# --8<-- [start:annotated]
def read_stock(sku: str, stock: Annotated[Stock, Depends(get_stock)]) -> int:
    return stock.pieces(sku)


try:
    read_stock("BOX-1")  # type: ignore[call-arg]
except TypeError as error:
    print(error)
    #> read_stock() missing 1 required positional argument: 'stock'
print(read_stock("BOX-1", Stock()))
#> 7
# --8<-- [end:annotated]
