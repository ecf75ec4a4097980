# --8<-- [start:wall]
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from unittest.mock import patch

P = ParamSpec("P")
R = TypeVar("R")


def timed(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.time()  # (1)!
        result = func(*args, **kwargs)
        print(f"{func.__name__} took {time.time() - started:.1f} s")  # (2)!
        return result

    return wrapper


@timed
def pick(order_id: str) -> None:
    if order_id == "A-99":
        raise LookupError("A-99 is not on any shelf")


with patch("time.time", side_effect=[1_000.0, 940.0]):  # (3)!
    pick("A-17")

try:
    pick("A-99")
except LookupError as error:
    print("failed:", error)
# --8<-- [end:wall]
