# --8<-- [start:retry]
import random
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Sleep = Callable[[float], None]


def retry(
    *on: type[Exception],
    attempts: int = 3,
    base: float = 0.5,
    cap: float = 2.0,
    sleep: Sleep = time.sleep,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorator(func: Callable[P, R]) -> Callable[P, R]:
        @wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(attempts - 1):
                try:
                    return func(*args, **kwargs)
                except on:  # (1)!
                    ceiling = min(cap, base * 2**attempt)  # (2)!
                    sleep(random.uniform(0, ceiling))  # (3)!
            return func(*args, **kwargs)  # (4)!

        return wrapper

    return decorator


# --8<-- [end:retry]
# --8<-- [start:use]
answers: list[str | Exception] = [
    TimeoutError(),
    ConnectionError(),
    TimeoutError(),
    "in transit",
]
pauses: list[float] = []


@retry(TimeoutError, ConnectionError, attempts=5, sleep=pauses.append)
def track(order_id: str) -> str:
    answer = answers.pop(0)
    if isinstance(answer, Exception):
        raise answer
    return f"{order_id}: {answer}"


print(track("A-17"))
#> A-17: in transit

ceilings = (0.5, 1.0, 2.0)
print([pause <= ceiling for pause, ceiling in zip(pauses, ceilings)])
#> [True, True, True]

answers.append(PermissionError("wrong API key"))
try:
    track("A-18")
except PermissionError as error:
    print(error, "| pauses:", len(pauses))
    #> wrong API key | pauses: 3
# --8<-- [end:use]
