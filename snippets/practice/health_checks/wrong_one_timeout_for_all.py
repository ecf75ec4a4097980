# /// script
# [tool.practice]
# fails = "test_a_check_that_takes_too_long_is_cut_off_and_the_others_are_not"
# hint = """
# One deadline around all checks ends them together, and the slow one takes the \
# answers of the quick ones with it. Each check needs a deadline of its own.
# """
# ///
import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Check = Callable[[], Awaitable[object]]


@dataclass
class Result:
    """How one check went; the error is the name of an exception's class."""

    name: str
    critical: bool
    error: str | None
    seconds: float


@dataclass
class Report:
    """How all checks went."""

    status: str
    results: list[Result]

    @property
    def http_status(self) -> int:
        """503 if unhealthy; 200 if the service can still do its work."""
        return 503 if self.status == "unhealthy" else 200


class HealthChecks:
    """Answers whether a service can do its work."""

    def __init__(self, timeout: float, clock: Callable[[], float]) -> None:
        self._timeout = timeout
        self._clock = clock
        self._checks: list[tuple[str, Check, bool]] = []

    def add(self, name: str, check: Check, *, critical: bool = True) -> None:
        """Add a check. It passes if it returns in time."""
        self._checks.append((name, check, critical))

    async def run(self) -> Report:
        """Run all checks at the same time and report on each."""
        runs = [self._run_one(*check) for check in self._checks]
        begun = self._clock()
        try:
            async with asyncio.timeout(self._timeout):
                results = await asyncio.gather(*runs)
        except TimeoutError:
            spent = self._clock() - begun
            results = [
                Result(name, critical, "TimeoutError", spent)
                for name, _, critical in self._checks
            ]
        failed = [result for result in results if result.error is not None]
        if any(result.critical for result in failed):
            status = "unhealthy"
        elif failed:
            status = "degraded"
        else:
            status = "healthy"
        return Report(status, results)

    async def _run_one(self, name: str, check: Check, critical: bool) -> Result:
        started = self._clock()
        error = None
        try:
            await check()
        except Exception as problem:
            error = type(problem).__name__
        return Result(name, critical, error, self._clock() - started)
