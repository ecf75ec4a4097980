# --8<-- [start:leaky]
from collections.abc import Callable
from typing import Any

PRICES = {"A-17": 80.0}


def audited(func: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(order_id: str) -> None:  # (1)!
        try:
            func(order_id)  # (2)!
        except Exception:
            pass  # (3)!

    return wrapper


@audited
def total(order_id: str, discount: float = 0.0) -> float:
    return PRICES[order_id] * (1 - discount)


print(total("A-17"))
#> None

print(total("A-99"))
#> None

try:
    total("A-17", discount=0.1)
except TypeError as error:
    print(error)
    #> audited.<locals>.wrapper() got an unexpected keyword argument 'discount'
# --8<-- [end:leaky]
