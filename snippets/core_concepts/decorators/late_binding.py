# --8<-- [start:bug]
from collections.abc import Callable


def alerts() -> list[Callable[[], str]]:
    prepared: list[Callable[[], str]] = []
    for warehouse in ("Berlin", "Leipzig", "Hamburg"):
        prepared.append(lambda: warehouse)
    return prepared


print(*(send() for send in alerts()))
# --8<-- [end:bug]
