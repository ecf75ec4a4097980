# --8<-- [start:base]
from typing import ClassVar


class WarehouseError(Exception):
    code: ClassVar[str] = "warehouse_error"  # (1)!
    retryable: ClassVar[bool] = False


class OutOfStockError(WarehouseError):
    code = "out_of_stock"

    def __init__(self, sku: str, missing: int) -> None:
        super().__init__(sku, missing)  # (2)!
        self.sku = sku
        self.missing = missing

    def __str__(self) -> str:
        return f"{self.missing} x {self.sku} missing"


class CarrierTimeoutError(WarehouseError):
    code = "carrier_timeout"
    retryable = True


# --8<-- [end:base]
# --8<-- [start:use]
def outcome(error: WarehouseError) -> dict[str, object]:
    return {"code": error.code, "retryable": error.retryable}


for error in (OutOfStockError("BOX-3", missing=36), CarrierTimeoutError("3 s passed")):
    try:
        raise error
    except WarehouseError as caught:
        print(outcome(caught), "|", caught)
        #> {'code': 'out_of_stock', 'retryable': False} | 36 x BOX-3 missing
        #> {'code': 'carrier_timeout', 'retryable': True} | 3 s passed
# --8<-- [end:use]
