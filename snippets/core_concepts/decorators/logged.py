# --8<-- [start:program]
from collections.abc import Callable
from typing import Any


def logged(func: Callable[..., Any]) -> Callable[..., Any]:
    print(f"decorating {func.__name__}")  # (1)!

    def wrapper(*args: Any, **kwargs: Any) -> Any:  # (2)!
        print(f"-> {func.__name__}")
        result = func(*args, **kwargs)  # (3)!
        print(f"<- {result}")
        return result

    return wrapper  # (4)!


@logged
def reserve(sku: str, quantity: int) -> str:
    return f"{quantity} x {sku} reserved"


def release(sku: str) -> str:
    return f"{sku} released"


release = logged(release)  # (5)!

print("module loaded")
reserve("BOX-3", 2)
reserve("BOX-3", quantity=5)
release("BOX-3")
# --8<-- [end:program]
