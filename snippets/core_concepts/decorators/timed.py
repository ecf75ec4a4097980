# --8<-- [start:timed]
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def timed(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - started:.1f} s")

    return wrapper


# --8<-- [end:timed]
# --8<-- [start:use]
@timed
def pick(order_id: str) -> None:
    if order_id == "A-99":
        raise LookupError("A-99 is not on any shelf")


pick("A-17")
try:
    pick("A-99")
except LookupError as error:
    print("failed:", error)

for clock in ("time", "perf_counter"):
    print(clock, "can be adjusted:", time.get_clock_info(clock).adjustable)
# --8<-- [end:use]
