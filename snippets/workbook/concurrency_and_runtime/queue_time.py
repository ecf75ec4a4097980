# /// script
# [tool.notes]
# normalise = ["figures"]
# browser = "it measures time"
# ///
# --8<-- [start:program]
import asyncio
import time
from collections.abc import Awaitable, Callable


async def blocking() -> None:
    time.sleep(0.2)


async def patient() -> None:
    await asyncio.to_thread(time.sleep, 0.2)


async def ping(arrived: float) -> float:
    return time.perf_counter() - arrived


async def measure(handler: Callable[[], Awaitable[None]]) -> float:
    arrived = time.perf_counter()
    calls = [handler() for _ in range(4)]
    *_, queued = await asyncio.gather(*calls, ping(arrived))
    return float(queued or 0)


slow, quick = asyncio.run(measure(blocking)), asyncio.run(measure(patient))
print(f"behind four blocking handlers a ping waits {slow * 1000:.0f} ms")
print(f"behind four that wait in threads it waits {quick * 1000:.1f} ms")
# --8<-- [end:program]
