import asyncio
import gc
import weakref

from answer import IdempotencyCache


class Clock:
    """A clock that moves when the test moves it."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


class Charge:
    """Charges a card in one second, and counts how often it did so."""

    def __init__(self, result="paid", failures=0):
        self.result = result
        self.failures = failures
        self.calls = 0
        self.running = 0
        self.most_running = 0

    async def __call__(self):
        self.calls += 1
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await asyncio.sleep(1)
        finally:
            self.running -= 1
        if self.calls <= self.failures:
            raise ConnectionError("the bank does not answer")
        return self.result


class Key(str):
    """A key of which the test can tell whether anyone still has it."""


async def outcome(call):
    """What a call returned, or the name of what it raised."""
    try:
        return await call
    except Exception as error:
        return type(error).__name__


async def test_the_same_key_runs_once_and_repeats_the_result():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    charge = Charge("payment 4711")
    results = [await cache.run("A-17", charge) for _ in range(3)]
    assert results == ["payment 4711"] * 3
    assert charge.calls == 1


async def test_each_key_has_a_result_of_its_own():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    assert await cache.run("A-17", Charge("payment 1")) == "payment 1"
    assert await cache.run("A-18", Charge("payment 2")) == "payment 2"
    assert await cache.run("A-17", Charge("payment 3")) == "payment 1"


async def test_a_result_that_is_none_counts_too():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    cancel_order = Charge(None)
    results = [await cache.run("A-17", cancel_order) for _ in range(3)]
    assert results == [None, None, None]
    assert cancel_order.calls == 1, "None is a result: do not run again"


async def test_two_calls_at_the_same_time_run_it_once():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    charge = Charge("payment 4711")
    calls = [cache.run("A-17", charge) for _ in range(5)]
    assert await asyncio.gather(*calls) == ["payment 4711"] * 5
    assert charge.calls == 1, "five clicks at once charged the card several times"


async def test_keys_do_not_wait_for_each_other():
    loop = asyncio.get_running_loop()
    cache = IdempotencyCache(ttl=60, clock=Clock())
    calls = [cache.run(f"A-{n}", Charge()) for n in range(10)]
    await asyncio.gather(*calls)
    assert loop.time() == 1.0, "ten keys, one second each, all at the same time"


async def test_a_failure_is_not_remembered():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    charge = Charge("payment 4711", failures=1)
    assert await outcome(cache.run("A-17", charge)) == "ConnectionError"
    assert await outcome(cache.run("A-17", charge)) == "payment 4711"
    charge = Charge("payment 4712", failures=1)
    calls = [outcome(cache.run("A-18", charge)) for _ in range(4)]
    outcomes = sorted(await asyncio.gather(*calls))
    assert outcomes == ["ConnectionError"] + ["payment 4712"] * 3, (
        "the first call fails, and one of those that waited tries"
    )


async def test_after_a_failure_it_still_runs_one_at_a_time():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    charge = Charge(failures=1)
    early = [asyncio.create_task(outcome(cache.run("A-17", charge))) for _ in "ab"]
    await asyncio.sleep(1.5)  # the first has failed, the second is charging
    late = asyncio.create_task(outcome(cache.run("A-17", charge)))
    await asyncio.gather(*early, late)
    assert charge.most_running == 1, "a call that came late charged the card too"


async def test_a_cancelled_call_makes_room_for_the_next():
    cache = IdempotencyCache(ttl=60, clock=Clock())
    charge = Charge("payment 4711")
    first = asyncio.create_task(cache.run("A-17", charge))
    await asyncio.sleep(0.5)
    second = asyncio.create_task(cache.run("A-17", charge))
    await asyncio.sleep(0.1)
    first.cancel()
    async with asyncio.timeout(60):
        assert await second == "payment 4711", "its client had closed the page"


async def test_a_result_expires():
    clock = Clock()
    cache = IdempotencyCache(ttl=60, clock=clock)
    charge = Charge()
    await cache.run("A-17", charge)
    clock.now += 59.75
    await cache.run("A-17", charge)
    assert charge.calls == 1, "after 59.75 of 60 seconds the result still counts"
    clock.now += 0.25
    await cache.run("A-17", charge)
    assert charge.calls == 2, "after 60 seconds the key is new again"


async def test_the_time_counts_from_the_end_of_the_operation():
    clock = Clock()
    cache = IdempotencyCache(ttl=60, clock=clock)

    async def slow_charge():
        clock.now += 45
        return "slow payment"

    await cache.run("A-17", slow_charge)
    clock.now += 45
    result = await cache.run("A-17", Charge("second payment"))
    assert result == "slow payment", "it is 45 seconds old, not 90"


async def test_repeating_a_result_does_not_make_it_younger():
    clock = Clock()
    cache = IdempotencyCache(ttl=60, clock=clock)
    charge = Charge()
    for _ in range(4):
        await cache.run("A-17", charge)
        clock.now += 25
    assert charge.calls == 2, "asked at 0, 25, 50 and 75 seconds: the last is new"


async def test_nothing_is_left_of_a_key_that_is_over():
    clock = Clock()
    cache = IdempotencyCache(ttl=60, clock=clock)

    async def left_of(keys, failures):
        """Which of the keys are still in memory a minute after their calls."""
        watched = [weakref.ref(key) for key in keys]
        while keys:
            await outcome(cache.run(keys.pop(), Charge(failures=failures)))
            clock.now += 1
        clock.now += 60
        await cache.run("A-99", Charge())
        if any(watch() for watch in watched):
            gc.collect()  # what is left may be garbage that refers to itself
        return [watch() for watch in watched if watch() is not None]

    failed = await left_of([Key(f"F-{n}") for n in range(5)], failures=1)
    assert failed == [], "there is no result of these keys, but something was kept"
    paid = await left_of([Key(f"A-{n}") for n in range(5)], failures=0)
    assert paid == [], "these results have expired, and are still in memory"
