# /// script
# [tool.notes]
# fails = "KeyError"
# ///
# --8<-- [start:program]
STOCK = {"BOX-3": 4}


class OutOfStockError(Exception):
    pass


def reserve(sku: str, quantity: int) -> None:
    if STOCK[sku] < quantity:
        raise OutOfStockError(f"{quantity} x {sku} wanted, {STOCK[sku]} left")  # (1)!
    STOCK[sku] -= quantity


def pick(sku: str, quantity: int) -> None:
    print(f"picking {sku}")
    reserve(sku, quantity)
    print(f"picked {sku}")  # (2)!


def handle_request(sku: str, quantity: int) -> None:
    try:
        pick(sku, quantity)
    except OutOfStockError as error:  # (3)!
        print("answer 409:", error)


handle_request("BOX-3", 2)
handle_request("BOX-3", 5)
handle_request("TAPE-1", 1)
print("ready for the next request")  # (4)!
# --8<-- [end:program]
