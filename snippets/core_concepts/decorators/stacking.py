# --8<-- [start:stack]
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def traced(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    print(f"evaluate @traced({name!r})")

    def decorator(func: Callable[P, R]) -> Callable[P, R]:
        print(f"  apply {name}")

        @wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            print(f"    enter {name}")
            try:
                return func(*args, **kwargs)
            finally:
                print(f"    leave {name}")

        return wrapper

    return decorator


@traced("retry")
@traced("timer")
def call_carrier() -> None:
    print("      carrier called")


print("module loaded")
call_carrier()
# --8<-- [end:stack]
