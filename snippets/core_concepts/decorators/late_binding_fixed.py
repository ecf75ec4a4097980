# --8<-- [start:cure]
from collections.abc import Callable
from functools import partial

WAREHOUSES = ("Berlin", "Leipzig", "Hamburg")


def notifier(warehouse: str) -> Callable[[], str]:
    return lambda: warehouse


def alert(warehouse: str) -> str:
    return f"alert {warehouse}"


own_variable = [notifier(name) for name in WAREHOUSES]
print(*(send() for send in own_variable))
#> Berlin Leipzig Hamburg

bound_now = [partial(alert, name) for name in WAREHOUSES]
print(*(send() for send in bound_now))
#> alert Berlin alert Leipzig alert Hamburg
# --8<-- [end:cure]
