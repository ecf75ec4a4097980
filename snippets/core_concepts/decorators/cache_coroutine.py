# --8<-- [start:broken]
import asyncio
from collections.abc import Awaitable, Callable
from functools import cache, wraps


@cache
async def stock(sku: str) -> int:
    await asyncio.sleep(0)
    return 40


async def main() -> None:
    print(await stock("BOX-3"))
    #> 40
    try:
        await stock("BOX-3")
    except RuntimeError as error:
        print(error)
        #> cannot reuse already awaited coroutine


asyncio.run(main())
# --8<-- [end:broken]


# --8<-- [start:cure]
def cache_result(
    func: Callable[[str], Awaitable[int]],
) -> Callable[[str], Awaitable[int]]:
    results: dict[str, int] = {}

    @wraps(func)
    async def wrapper(sku: str) -> int:
        if sku not in results:
            results[sku] = await func(sku)
        return results[sku]

    return wrapper


@cache_result
async def weight(sku: str) -> int:
    return 12


async def weigh_twice() -> None:
    print(await weight("BOX-3"), await weight("BOX-3"))
    #> 12 12


asyncio.run(weigh_twice())
# --8<-- [end:cure]
