# --8<-- [start:order]
from collections import Counter
from collections.abc import Callable
from functools import cache, wraps

calls: Counter[str] = Counter()


def counted(func: Callable[[str], int]) -> Callable[[str], int]:
    @wraps(func)
    def wrapper(sku: str) -> int:
        calls[func.__name__] += 1
        return func(sku)

    return wrapper


@counted
@cache
def stock(sku: str) -> int:
    return 40


@cache
@counted
def weight(sku: str) -> int:
    return 12


for _ in range(3):
    stock("BOX-3"), weight("BOX-3")
print(calls["stock"], calls["weight"])
# --8<-- [end:order]
