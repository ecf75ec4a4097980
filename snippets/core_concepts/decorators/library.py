# --8<-- [start:library]
from collections.abc import Iterator
from contextlib import contextmanager
from functools import singledispatch

log: list[str] = []


@contextmanager
def shelf_lock(shelf: str) -> Iterator[None]:
    log.append(f"lock {shelf}")
    try:
        yield
    finally:
        log.append(f"unlock {shelf}")


@shelf_lock("R-12")
def restock(quantity: int) -> None:
    log.append(f"add {quantity}")


restock(5), restock(8)
print(log)
#> ['lock R-12', 'add 5', 'unlock R-12', 'lock R-12', 'add 8', 'unlock R-12']


@singledispatch
def describe(value: object) -> str:
    return "unknown"


@describe.register
def _(value: int) -> str:
    return f"{value} pieces"


print(describe(40), describe(2.5))
#> 40 pieces unknown
# --8<-- [end:library]
