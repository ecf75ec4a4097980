# --8<-- [start:bug]
from collections.abc import Callable

notify: list[Callable[[], str]] = []
for warehouse in ("Berlin", "Leipzig", "Hamburg"):
    notify.append(lambda: warehouse)

print(*(send() for send in notify))
# --8<-- [end:bug]
