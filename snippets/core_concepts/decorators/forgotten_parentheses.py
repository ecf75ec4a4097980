# --8<-- [start:forgotten]
from collections.abc import Callable
from typing import Any


def tagged(tag: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorator(func: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            return f"[{tag}] {func(*args, **kwargs)}"

        return wrapper

    return decorator


@tagged
def label(order_id: str) -> str:
    return order_id.lower()


print(type(label("A-17")).__name__)
# --8<-- [end:forgotten]
