# --8<-- [start:values]
from collections.abc import Callable

Handler = Callable[[str], str]


def book_parcel(order_id: str) -> str:
    return f"{order_id}: label printed"


def book_pallet(order_id: str) -> str:
    return f"{order_id}: dock reserved"


def handler_for(weight_kg: float) -> Handler:
    return book_pallet if weight_kg > 30 else book_parcel  # (1)!


def book_all(order_ids: list[str], handler: Handler) -> list[str]:
    return [handler(order_id) for order_id in order_ids]  # (2)!


ship = book_parcel  # (3)!
print(ship("A-17"))
#> A-17: label printed

print(handler_for(120)("A-18"))
#> A-18: dock reserved

print(book_all(["A-19", "A-20"], book_parcel))
#> ['A-19: label printed', 'A-20: label printed']

handlers = {"parcel": book_parcel, "pallet": book_pallet}  # (4)!
print(handlers["pallet"]("A-21"))
#> A-21: dock reserved
# --8<-- [end:values]
