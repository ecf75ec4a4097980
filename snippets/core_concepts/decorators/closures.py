# --8<-- [start:counter]
from collections.abc import Callable
from inspect import getclosurevars


def counter(picker: str) -> Callable[[], str]:
    picked = 0

    def pick() -> str:
        nonlocal picked
        picked += 1
        return f"{picker}: {picked}"

    return pick


anna, ben = counter("Anna"), counter("Ben")
print(anna(), anna(), ben())
#> Anna: 1 Anna: 2 Ben: 1

print(getclosurevars(anna).nonlocals)
#> {'picked': 2, 'picker': 'Anna'}

print(getclosurevars(ben).nonlocals)
#> {'picked': 1, 'picker': 'Ben'}
# --8<-- [end:counter]
