# --8<-- [start:solution]
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
        results = await asyncio.gather(*runs)
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
            async with asyncio.timeout(self._timeout):
                await check()
        except Exception as problem:
            error = type(problem).__name__
        return Result(name, critical, error, self._clock() - started)


# --8<-- [end:solution]

if __name__ == "__main__":
    # --8<-- [start:example]
    async def ask_database() -> str:
        return "SELECT 1"

    async def ask_label_printer() -> None:
        raise ConnectionRefusedError("printer-3.internal:9100")

    async def ask_carrier() -> None:
        await asyncio.sleep(3600)

    async def main() -> None:
        ticks = iter(range(100))  # a clock that advances when it is read
        checks = HealthChecks(timeout=0.01, clock=lambda: next(ticks))
        checks.add("database", ask_database)
        checks.add("label printer", ask_label_printer, critical=False)
        report = await checks.run()
        print(report.http_status, report.status)
        checks.add("carrier", ask_carrier)
        report = await checks.run()
        print(report.http_status, report.status)
        for result in report.results:
            print(f"  {result.name:14}", result.error or "passed")

    asyncio.run(main())
    # --8<-- [end:example]
