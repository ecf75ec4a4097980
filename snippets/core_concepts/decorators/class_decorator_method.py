# --8<-- [start:cure]
from collections.abc import Callable
from functools import update_wrapper
from types import MethodType
from typing import Any


class Counted:
    def __init__(self, func: Callable[..., Any]) -> None:
        self.func = func
        self.calls = 0
        update_wrapper(self, func)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        return self.func(*args, **kwargs)

    def __get__(self, instance: object | None, owner: type) -> Any:
        return self if instance is None else MethodType(self, instance)


class Picker:
    @Counted
    def pick(self, sku: str) -> str:
        return f"{sku} picked"


print(Picker().pick("BOX-3"), Picker().pick("BOX-4"))
#> BOX-3 picked BOX-4 picked

print(Picker.pick.calls)
#> 2
# --8<-- [end:cure]
