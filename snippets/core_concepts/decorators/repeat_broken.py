# --8<-- [start:broken]
from collections.abc import Callable
from typing import Any


def repeat(times: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorator(func: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            for _ in range(times):
                result = func(*args, **kwargs)
            return result

        return wrapper

    return decorator


@repeat(0)
def scan(shelf: str) -> str:
    return f"{shelf} scanned"


print(scan.__name__)
#> wrapper

try:
    scan("R-12")
except UnboundLocalError as error:
    print(error)
    #> cannot access local variable 'result' where it is not associated with a value
# --8<-- [end:broken]
