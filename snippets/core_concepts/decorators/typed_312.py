# /// script
# requires-python = ">=3.12"
# ///
# --8<-- [start:modern]
from collections.abc import Callable
from functools import wraps


def exact[**P, R](func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return func(*args, **kwargs)

    return wrapper


@exact
def reserve(sku: str, quantity: int) -> str:
    return f"{quantity} x {sku}"


# --8<-- [end:modern]
