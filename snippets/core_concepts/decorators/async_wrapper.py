# --8<-- [start:compare]
import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
seconds: dict[str, float] = {}


def timed(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            seconds["sync wrapper"] = time.perf_counter() - started

    return wrapper


def timed_async(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @wraps(func)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            seconds["async wrapper"] = time.perf_counter() - started

    return wrapper


async def track(parcel: str) -> str:
    await asyncio.sleep(0.05)
    return f"{parcel} delivered"


async def main() -> None:
    await timed(track)("P-1")
    await timed_async(track)("P-2")


asyncio.run(main())
for name, elapsed in seconds.items():
    print(f"{name} saw the 50 ms of waiting:", elapsed > 0.04)
    #> sync wrapper saw the 50 ms of waiting: False
    #> async wrapper saw the 50 ms of waiting: True

for decorated in (timed(track), timed_async(track)):
    print(inspect.iscoroutinefunction(decorated))
    #> False
    #> True
# --8<-- [end:compare]
