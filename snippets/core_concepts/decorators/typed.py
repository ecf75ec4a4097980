# --8<-- [start:typed]
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def loose(func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return func(*args, **kwargs)

    return wrapper


def exact(func: Callable[P, R]) -> Callable[P, R]:  # (1)!
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:  # (2)!
        return func(*args, **kwargs)

    return wrapper


@loose
def pick(sku: str, quantity: int) -> str:
    return f"pick {quantity} x {sku}"


@exact
def pack(sku: str, quantity: int) -> str:
    return f"pack {quantity} x {sku}"


print(pick(2, "BOX-3"))
#> pick BOX-3 x 2

print(pack(2, "BOX-3"))
#> pack BOX-3 x 2
# --8<-- [end:typed]
