import asyncio

from answer import HealthChecks, Report, Result


def passes(after=0):
    async def check():
        await asyncio.sleep(after)

    return check


def fails(after=0, error=ConnectionError):
    async def check():
        await asyncio.sleep(after)
        raise error("db-1.internal:5432")

    return check


def clock():
    return 1000 + asyncio.get_running_loop().time()


async def run(*checks, timeout=10):
    """The report on checks given as (name, check, critical)."""
    health = HealthChecks(timeout=timeout, clock=clock)
    for name, check, critical in checks:
        health.add(name, check, critical=critical)
    return await health.run()


def test_a_service_whose_checks_pass_is_healthy():
    report = asyncio.run(run(("db", passes(), True), ("mail", passes(), False)))
    assert report.status == "healthy"
    assert report.results == [
        Result("db", critical=True, error=None, seconds=0.0),
        Result("mail", critical=False, error=None, seconds=0.0),
    ]


def test_a_service_without_checks_is_healthy():
    report = asyncio.run(run())
    assert report.status == "healthy"
    assert report.results == []


def test_a_check_is_critical_unless_it_says_otherwise():
    async def scene():
        health = HealthChecks(timeout=10, clock=clock)
        health.add("db", passes())
        return await health.run()

    assert asyncio.run(scene()).results[0].critical is True


def test_a_failed_check_says_which_kind_of_error_it_was():
    report = asyncio.run(run(("db", fails(), True), ("cache", passes(), True)))
    errors = [result.error for result in report.results]
    assert errors == ["ConnectionError", None]


def test_any_exception_is_a_failed_check():
    report = asyncio.run(run(("db", fails(error=ZeroDivisionError), True)))
    assert report.results[0].error == "ZeroDivisionError", "checks have bugs too"


def test_a_check_that_returns_something_false_has_passed():
    async def queue_length():
        return 0

    report = asyncio.run(run(("queue", queue_length, True)))
    assert report.status == "healthy", "the queue is empty: it answered"


def test_a_failed_critical_check_makes_the_service_unhealthy():
    report = asyncio.run(run(("db", fails(), True), ("mail", passes(), False)))
    assert report.status == "unhealthy"


def test_a_failed_check_that_is_not_critical_only_degrades_it():
    report = asyncio.run(run(("db", passes(), True), ("mail", fails(), False)))
    assert report.status == "degraded", "orders can be picked without e-mail"


def test_the_worst_failure_decides_wherever_it_stands():
    db, mail = ("db", fails(), True), ("mail", fails(), False)
    orders = ([mail, db], [db, mail], [mail, db, mail], [db, mail, db])
    statuses = [asyncio.run(run(*checks)).status for checks in orders]
    assert statuses == ["unhealthy"] * 4, "the database is down in all four"


def test_only_an_unhealthy_service_is_taken_out():
    statuses = ("healthy", "degraded", "unhealthy")
    codes = [Report(status, results=[]).http_status for status in statuses]
    assert codes == [200, 200, 503], "healthy, degraded, unhealthy"


def test_checks_run_at_the_same_time():
    async def scene():
        loop = asyncio.get_running_loop()
        await run(*[(f"shard {n}", passes(after=2), True) for n in range(5)])
        return loop.time()

    assert asyncio.run(scene()) == 2.0, "five checks of two seconds each"


def test_a_check_that_takes_too_long_is_cut_off_and_the_others_are_not():
    checks = ("db", passes(after=1), True), ("carrier", passes(after=3600), False)
    report = asyncio.run(run(*checks, timeout=4))
    errors = [(result.name, result.error) for result in report.results]
    assert sorted(errors) == [("carrier", "TimeoutError"), ("db", None)]


def test_each_check_reports_its_own_time():
    report = asyncio.run(run(("db", passes(0.25), True), ("cache", passes(0.5), True)))
    seconds = [(result.name, result.seconds) for result in report.results]
    assert seconds == [("db", 0.25), ("cache", 0.5)]


def test_a_failed_check_reports_its_time_too():
    refused = asyncio.run(run(("db", fails(after=0.75), True))).results[0]
    assert refused.seconds == 0.75, "the database refused after 0.75 s"
    slow = asyncio.run(run(("db", passes(after=9), True), timeout=2)).results[0]
    assert slow.seconds == 2.0, "it was cut off after 2 s"


def test_results_stand_in_the_order_of_the_checks():
    names = ["slow", "slower", "quick"]
    checks = zip(names, (passes(2), passes(3), passes(1)), strict=True)
    report = asyncio.run(run(*[(name, check, True) for name, check in checks]))
    assert [result.name for result in report.results] == names


def test_every_run_asks_again():
    async def scene():
        outcomes = iter([fails(), passes(), fails()])
        health = HealthChecks(timeout=10, clock=clock)
        health.add("db", lambda: next(outcomes)())
        return [(await health.run()).status for _ in range(3)]

    assert asyncio.run(scene()) == ["unhealthy", "healthy", "unhealthy"]
