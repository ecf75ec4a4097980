# --8<-- [start:wraps]
import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any


def anonymous(func: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return func(*args, **kwargs)

    return wrapper


def faithful(func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return func(*args, **kwargs)

    return wrapper


def reserve(sku: str, quantity: int = 1) -> bool:
    """Hold stock for an order."""
    return quantity < 10


for wrapped in (anonymous(reserve), faithful(reserve)):
    print(f"{wrapped.__name__}{inspect.signature(wrapped)}: {wrapped.__doc__}")
    #> wrapper(*args: Any, **kwargs: Any) -> Any: None
    #> reserve(sku: str, quantity: int = 1) -> bool: Hold stock for an order.

kept = faithful(reserve)
print(vars(kept)["__wrapped__"] is reserve)
#> True

print(kept("BOX-3"), kept.__defaults__, reserve.__defaults__)
#> True None (1,)
# --8<-- [end:wraps]
