# --8<-- [start:registry]
from collections.abc import Callable

from fastapi import FastAPI

Handler = Callable[[str], str]
HANDLERS: dict[str, Handler] = {}


def handles(event: str) -> Callable[[Handler], Handler]:
    def register(func: Handler) -> Handler:
        if event in HANDLERS:
            raise ValueError(f"{event} already has {HANDLERS[event].__name__}")
        HANDLERS[event] = func
        return func

    return register


@handles("order.paid")
def start_picking(order_id: str) -> str:
    return f"{order_id} goes to the pickers"


print(HANDLERS["order.paid"]("A-17"))
#> A-17 goes to the pickers

print(HANDLERS["order.paid"] is start_picking)
#> True
# --8<-- [end:registry]
# --8<-- [start:fastapi]
app = FastAPI()


def read_stock(sku: str) -> int:
    return 40


print(app.get("/stock/{sku}")(read_stock) is read_stock)
#> True
# --8<-- [end:fastapi]
