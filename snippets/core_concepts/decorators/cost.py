# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:cost]
from collections.abc import Callable
from functools import wraps
from timeit import repeat
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def passed_on(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return func(*args, **kwargs)

    return wrapper


def line_total(price: int, quantity: int) -> int:
    return price * quantity


def best(func: Callable[[int, int], int]) -> float:
    runs = repeat("func(199, 3)", globals={"func": func}, number=20_000)
    return min(runs) / 20_000


bare = best(line_total)
once = best(passed_on(line_total))
thrice = best(passed_on(passed_on(passed_on(line_total))))

print(f"one wrapper: {once / bare:.1f} times the bare call")
print(f"three wrappers: {thrice / bare:.1f} times the bare call")
print("one wrapper costs less than 1 % of a 1 ms query:", once - bare < 1e-5)
# --8<-- [end:cost]
