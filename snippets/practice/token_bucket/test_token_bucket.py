import time

from answer import RateLimiter


class Clock:
    """A clock that moves when the test moves it."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def ask(limiter, key, times):
    """How many of so many requests get through."""
    return [limiter.allow(key) for _ in range(times)].count(True)


def test_a_full_bucket_allows_a_burst_of_its_capacity():
    limiter = RateLimiter(capacity=3, refill_rate=1, clock=Clock())
    answers = [limiter.allow("scanner-7") for _ in range(5)]
    assert answers == [True, True, True, False, False]


def test_one_token_comes_back_after_the_other():
    clock = Clock()
    limiter = RateLimiter(capacity=4, refill_rate=2, clock=clock)
    ask(limiter, "scanner-7", times=4)
    clock.now += 0.5
    assert ask(limiter, "scanner-7", times=4) == 1, "half a second, at 2 a second"
    clock.now += 1
    assert ask(limiter, "scanner-7", times=4) == 2, "one second, at 2 a second"


def test_a_request_needs_a_whole_token():
    clock = Clock()
    limiter = RateLimiter(capacity=1, refill_rate=0.25, clock=clock)
    ask(limiter, "scanner-7", times=1)
    ask(limiter, "scanner-8", times=1)
    clock.now += 3.5
    early = limiter.allow("scanner-7")
    assert early is False, "after 3.5 s, seven eighths of the token are back"
    clock.now += 0.5
    in_time = limiter.allow("scanner-8")
    assert in_time is True, "after 4 s the whole token is back"


def test_asking_too_early_and_often_does_not_slow_the_refill():
    clock = Clock()
    limiter = RateLimiter(capacity=1, refill_rate=1, clock=clock)
    ask(limiter, "scanner-7", times=1)
    answers = []
    for _ in range(4):
        clock.now += 0.25
        answers.append(limiter.allow("scanner-7"))
    assert answers == [False, False, False, True], "four quarters of a second: a token"


def test_the_bucket_never_holds_more_than_its_capacity():
    clock = Clock()
    limiter = RateLimiter(capacity=3, refill_rate=2, clock=clock)
    ask(limiter, "scanner-7", times=1)
    clock.now += 3600
    allowed = ask(limiter, "scanner-7", times=50)
    assert allowed == 3, "an hour of silence must not save up for a larger burst"


def test_each_key_has_a_bucket_of_its_own():
    limiter = RateLimiter(capacity=2, refill_rate=1, clock=Clock())
    ask(limiter, "scanner-7", times=9)
    assert ask(limiter, "scanner-8", times=9) == 2, "scanner-7 used up its own tokens"


def test_a_key_that_comes_late_starts_with_a_full_bucket():
    clock = Clock()
    limiter = RateLimiter(capacity=5, refill_rate=1, clock=clock)
    clock.now += 60
    assert ask(limiter, "scanner-9", times=8) == 5


def test_retry_after_is_zero_while_tokens_are_left():
    limiter = RateLimiter(capacity=2, refill_rate=0.5, clock=Clock())
    assert limiter.retry_after("scanner-7") == 0
    limiter.allow("scanner-7")
    assert limiter.retry_after("scanner-7") == 0, "one of two tokens is left"


def test_retry_after_tells_when_the_next_token_is_whole():
    clock = Clock()
    limiter = RateLimiter(capacity=1, refill_rate=4, clock=clock)
    ask(limiter, "scanner-7", times=1)
    ask(limiter, "scanner-8", times=1)
    assert limiter.retry_after("scanner-7") == 0.25
    clock.now += 0.1875
    assert limiter.retry_after("scanner-8") == 0.0625, "three quarters are back"


def test_asking_when_to_retry_takes_no_token():
    limiter = RateLimiter(capacity=1, refill_rate=1, clock=Clock())
    for _ in range(3):
        limiter.retry_after("scanner-7")
    assert limiter.allow("scanner-7") is True


def test_setting_the_system_time_gives_no_tokens():
    wall_clock = time.time
    hours = 0
    time.time = lambda: wall_clock() + 3600 * hours
    try:
        limiter = RateLimiter(capacity=2, refill_rate=0.01)
        ask(limiter, "scanner-7", times=2)
        hours = 1
        allowed = ask(limiter, "scanner-7", times=2)
    finally:
        time.time = wall_clock
    assert allowed == 0, "the machine's time was set forward: no second has passed"
