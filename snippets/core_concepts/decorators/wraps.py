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


for decorated in (anonymous(reserve), faithful(reserve)):
    print(decorated.__name__, "|", decorated.__doc__, "|", inspect.signature(decorated))

kept = faithful(reserve)
print(vars(kept)["__wrapped__"] is reserve)

print(kept(sku="BOX-3", quantity=2), kept.__defaults__, reserve.__defaults__)
# --8<-- [end:wraps]
