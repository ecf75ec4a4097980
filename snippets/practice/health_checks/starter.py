from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Check = Callable[[], Awaitable[object]]


@dataclass
class Result:
    """How one check went.

    Attributes:
        error: the name of the exception's class, such as "ConnectionError";
            None if the check passed. No text: it may hold host names, and
            strangers read it.
        seconds: how long the check took, also if it failed.
    """

    name: str
    critical: bool
    error: str | None
    seconds: float


@dataclass
class Report:
    """How all checks went.

    Attributes:
        status: "healthy" if all checks passed, "unhealthy" if a critical one
            failed, otherwise "degraded".
        results: of each check, in the order in which the checks were added.
    """

    status: str
    results: list[Result]

    @property
    def http_status(self) -> int:
        """503 if unhealthy; 200 if the service can still do its work."""
        raise NotImplementedError


class HealthChecks:
    """Answers whether a service can do its work."""

    def __init__(self, timeout: float, clock: Callable[[], float]) -> None:
        """Give each check `timeout` seconds; measure on `clock`."""
        raise NotImplementedError

    def add(self, name: str, check: Check, *, critical: bool = True) -> None:
        """Add a check; it passes if it returns anything in time."""
        raise NotImplementedError

    async def run(self) -> Report:
        """Run all checks at the same time and report on each.

        Any exception of a check means that it failed. A check that takes too
        long has failed with "TimeoutError"; it neither delays nor fails the
        others.
        """
        raise NotImplementedError
