"""asyncio.run as a problem's tests see it: no time passes, and nothing hangs."""

from __future__ import annotations

import asyncio
import importlib
from typing import Any

import pytest


@pytest.fixture
def virtual(grading: Any) -> Any:
    return importlib.import_module("virtual_time")


def test_a_day_of_sleep_costs_nothing(virtual: Any) -> None:
    async def scene() -> float:
        await asyncio.sleep(86_400)
        return asyncio.get_running_loop().time()

    assert virtual.run(scene()) == 86_400


def test_time_outs_come_in_the_order_of_their_times(virtual: Any) -> None:
    async def scene() -> list[str]:
        seen: list[str] = []

        async def after(seconds: float, name: str) -> None:
            await asyncio.sleep(seconds)
            seen.append(name)

        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2):
                await asyncio.gather(after(3, "late"), after(1.5, "second"), after(1, "first"))
        return seen

    assert virtual.run(scene()) == ["first", "second"]


def test_a_deadlock_says_where_everybody_waits(virtual: Any) -> None:
    async def scene() -> None:
        await asyncio.Event().wait()

    with pytest.raises(virtual.StuckError, match="every task waits") as caught:
        virtual.run(scene())
    assert "scene" in [frame.f_code.co_name for frame in caught.value.frames]


def test_polling_for_what_never_comes_ends(virtual: Any) -> None:
    async def scene() -> None:
        while True:
            await asyncio.sleep(0.01)

    with pytest.raises(virtual.StuckError, match="50,000 times"):
        virtual.run(scene())


def test_it_runs_inside_another_loop_as_in_the_browser(virtual: Any) -> None:
    async def inner() -> str:
        await asyncio.sleep(1)
        return "inner"

    async def outer() -> tuple[str, bool]:
        loop = asyncio.get_running_loop()
        found = virtual.run(inner())
        return found, asyncio.get_running_loop() is loop

    assert asyncio.run(outer()) == ("inner", True)


def test_asyncio_run_is_put_back(virtual: Any) -> None:
    original = asyncio.run
    with pytest.raises(RuntimeError), virtual.in_place_of_asyncio_run():
        assert asyncio.run is virtual.run
        raise RuntimeError
    assert asyncio.run is original
