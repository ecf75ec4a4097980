# --8<-- [start:corrupt]
import logging

STOCK = {"BOX-3": 4}
shipped: list[str] = []


def reserve(sku: str, quantity: int) -> None:
    try:
        if STOCK[sku] < quantity:
            raise RuntimeError(f"only {STOCK[sku]} left")
        STOCK[sku] -= quantity
    except Exception:
        logging.exception("reservation failed")


def ship(order_id: str, sku: str, quantity: int) -> None:
    reserve(sku, quantity)
    shipped.append(order_id)


ship("A-17", "BOX-3", quantity=40)
print("shipped:", shipped, "stock:", STOCK)
# --8<-- [end:corrupt]
