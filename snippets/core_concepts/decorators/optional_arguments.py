# --8<-- [start:optional]
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")
lines: list[str] = []


@overload
def logged(func: Callable[P, R], /) -> Callable[P, R]: ...
@overload
def logged(*, level: str = ...) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
def logged(func: Any = None, /, *, level: str = "INFO") -> Any:  # (1)!
    def decorator(func: Callable[P, R]) -> Callable[P, R]:
        @wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            lines.append(f"{level} {func.__name__}")
            return func(*args, **kwargs)

        return wrapper

    return decorator if func is None else decorator(func)  # (2)!


@logged
def pick(sku: str) -> str:
    return sku


@logged(level="DEBUG")
def pack(sku: str) -> str:
    return sku


pick("BOX-3"), pack("BOX-3")
print(lines)
#> ['INFO pick', 'DEBUG pack']
# --8<-- [end:optional]
