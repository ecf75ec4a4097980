# --8<-- [start:class]
import inspect
from collections.abc import Callable
from functools import update_wrapper
from typing import Any


class Counted:
    def __init__(self, func: Callable[..., Any]) -> None:
        self.func = func
        self.calls = 0
        update_wrapper(self, func)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        return self.func(*args, **kwargs)


@Counted
def label(order_id: str) -> str:
    return f"label {order_id}"


label("A-17"), label("A-18")
print(label.calls, inspect.signature(label))
#> 2 (order_id: str) -> str
# --8<-- [end:class]


# --8<-- [start:breaks]
class Picker:
    @Counted
    def pick(self, sku: str) -> str:
        return f"{sku} picked"


try:
    Picker().pick("BOX-3")
except TypeError as error:
    print(error)
    #> Picker.pick() missing 1 required positional argument: 'sku'
# --8<-- [end:breaks]
