# --8<-- [start:transparent]
from collections.abc import Callable
from typing import Any

PRICES = {"A-17": 80.0}
audit: list[str] = []


def audited(func: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        audit.append(func.__name__)
        return func(*args, **kwargs)

    return wrapper


@audited
def total(order_id: str, discount: float = 0.0) -> float:
    return PRICES[order_id] * (1 - discount)


print(total("A-17"), total("A-17", discount=0.1))
#> 80.0 72.0

try:
    total("A-99")
except KeyError as error:
    print("KeyError:", error)
    #> KeyError: 'A-99'

print(audit)
#> ['total', 'total', 'total']
# --8<-- [end:transparent]
