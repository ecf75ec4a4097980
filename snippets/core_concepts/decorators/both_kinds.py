# --8<-- [start:both]
import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
events: list[str] = []


@contextmanager
def span(name: str) -> Iterator[None]:
    events.append(f"start {name}")
    try:
        yield
    finally:
        events.append(f"end {name}")


def traced(func: Callable[P, R]) -> Callable[P, R]:
    if inspect.iscoroutinefunction(func):  # (1)!

        @wraps(func)
        async def async_wrapper(*args: P.args, **kwargs: P.kwargs) -> Any:
            with span(func.__name__):
                return await func(*args, **kwargs)

        return cast(Callable[P, R], async_wrapper)

    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        with span(func.__name__):
            return func(*args, **kwargs)

    return wrapper


@traced
def weigh(sku: str) -> float:
    return 1.5


@traced
async def track(sku: str) -> str:
    await asyncio.sleep(0)
    events.append("carrier answers")
    return "in transit"


weigh("BOX-3")
asyncio.run(track("BOX-3"))
print(events)
#> ['start weigh', 'end weigh', 'start track', 'carrier answers', 'end track']
# --8<-- [end:both]


# --8<-- [start:limits]
class Tracker:
    async def __call__(self, sku: str) -> str:
        return "in transit"


async def positions(sku: str) -> AsyncIterator[str]:
    yield "in transit"


tracker = Tracker()
candidates = {
    "track": track,
    "partial": partial(track, "BOX-3"),
    "tracker": tracker,
    "tracker.__call__": tracker.__call__,
    "positions": positions,
}
for name, candidate in candidates.items():
    print(name, inspect.iscoroutinefunction(candidate))
    #> track True
    #> partial True
    #> tracker False
    #> tracker.__call__ True
    #> positions False
# --8<-- [end:limits]
