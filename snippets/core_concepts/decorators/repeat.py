# --8<-- [start:factory]
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def repeat(times: int) -> Callable[[Callable[P, R]], Callable[P, R]]:  # (1)!
    if times < 1:
        raise ValueError(f"times must be at least 1, got {times}")  # (2)!

    def decorator(func: Callable[P, R]) -> Callable[P, R]:  # (3)!
        @wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:  # (4)!
            result = func(*args, **kwargs)
            for _ in range(times - 1):
                result = func(*args, **kwargs)
            return result

        return wrapper

    return decorator


# --8<-- [end:factory]
# --8<-- [start:use]
scans: list[str] = []


@repeat(3)
def scan(shelf: str) -> int:
    scans.append(shelf)
    return len(scans)


print(scan.__name__, scan("R-12"), scans)
#> scan 3 ['R-12', 'R-12', 'R-12']

try:
    repeat(0)
except ValueError as error:
    print(error)
    #> times must be at least 1, got 0
# --8<-- [end:use]
