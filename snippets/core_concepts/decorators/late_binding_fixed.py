# --8<-- [start:cure]
from collections.abc import Callable
from functools import partial

WAREHOUSES = ("Berlin", "Leipzig", "Hamburg")


def notifier(warehouse: str) -> Callable[[], str]:
    return lambda: warehouse


def alert(warehouse: str) -> str:
    return f"alert {warehouse}"


own_variable = [notifier(warehouse) for warehouse in WAREHOUSES]
print(*(send() for send in own_variable))

bound_now = [partial(alert, warehouse) for warehouse in WAREHOUSES]
print(*(send() for send in bound_now))
# --8<-- [end:cure]
