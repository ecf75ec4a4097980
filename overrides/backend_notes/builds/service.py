"""The learner's service, started for a check."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import httpx2

from backend_notes.builds.steps import MissingError
from backend_notes.builds.working_copy import ended, last_error
from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services

if TYPE_CHECKING:
    from backend_notes.stack.local import LocalStack


@dataclass(frozen=True)
class Answer:
    """What the service said.

    Attributes:
        request: what was asked, for people.
        status: the HTTP status.
        body: the JSON, or the text where it is none.
    """

    request: str
    status: int
    body: Any


class Service:
    """A service that runs the learner's code."""

    def __init__(self, stack: LocalStack, log: IO[bytes]) -> None:
        self.stack = stack
        self._log = log
        alone = httpx2.Limits(max_keepalive_connections=0)
        self._client = httpx2.Client(base_url=stack.url, timeout=30, trust_env=False, limits=alone)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """Send a request on a connection of its own; whatever comes back is the answer."""
        got = self._client.request(method, path, json=body, headers=headers)
        try:
            said = got.json()
        except ValueError:
            said = got.text
        return Answer(f"{method} {path}", got.status_code, said)

    def demand(self, answer: Answer, status: int, look: str) -> Any:
        """The body of an answer that has the right status.

        Raises:
            MissingError: it has another one.
        """
        if answer.status == status:
            return answer.body
        if answer.status == 500:  # the log may come after the answer
            eventually(lambda: bool(last_error(self.log())[0]), 3)
        error, place = last_error(self.log()) if answer.status == 500 else ("", "")
        if error:
            where = f"{place}: " if place else ""
            raise MissingError(
                ended(f"{answer.request} answers with status 500: {where}{error}"),
                f"{place}." if place else look,
            )
        said = json.dumps(answer.body)
        raise MissingError(
            f"{answer.request} answers with status {answer.status} instead of {status}: {said}",
            look,
        )

    def log(self) -> str:
        """What the service has logged so far."""
        self._log.flush()
        return Path(self._log.name).read_text(encoding="utf-8", errors="replace")


@contextmanager
def serve(services: Services, package: Path, *, rabbitmq: bool = False) -> Iterator[Service]:
    """Start the service with one worker, on a free port.

    Args:
        services: finds or starts the servers.
        package: the learner's code.
        rabbitmq: whether the check needs events; without them it starts sooner.

    Raises:
        MissingError: it does not start.
        ServiceUnavailableError: RabbitMQ is needed, and cannot be had.
    """
    from backend_notes.stack.local import LocalStack, StackError

    source = services if rabbitmq else _WithoutRabbitMQ(services)
    with (
        tempfile.NamedTemporaryFile(prefix="build-check-", suffix=".log") as log,
        ExitStack() as running,
    ):
        stack = LocalStack(source, package=package, log=log.file)
        try:
            running.enter_context(stack)
        except StackError:
            raise _not_started(Path(log.name).read_text(errors="replace")) from None
        if rabbitmq and stack.without_rabbitmq:
            raise ServiceUnavailableError(stack.without_rabbitmq)
        yield Service(stack, log.file)


def _not_started(log: str) -> MissingError:
    reason, place = last_error(log)
    if not reason:
        reason = next((line for line in reversed(log.splitlines()) if line.strip()), "no reason")
    where = f"{place}: " if place else ""
    return MissingError(ended(f"The service does not start: {where}{reason}"), place)


def eventually(condition: Callable[[], bool], patience: float = 5) -> bool:
    """Whether a condition comes true within some seconds."""
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def order(number: int, *, minute: int = 0, products: int = 1, **other: Any) -> dict[str, Any]:
    """An order as the shop sends it, for warehouse 101."""
    lines = [
        {
            "productId": 500 + line,
            "amount": "1.5",
            "storageType": "AMBIENT",
            "sectors": ["MANUAL", "AUTOMATED"],
        }
        for line in range(1, products + 1)
    ]
    time = f"2026-11-21T12:{minute:02}:00Z"
    known = {"orderId": f"AT-{number}", "warehouseId": 101, "prioritisationTime": time}
    return {**known, "products": lines, **other}


class _WithoutRabbitMQ(Services):
    """Everything but the server that takes longest to start."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def lease(self, needs: Any) -> AbstractContextManager[dict[str, str]]:  # type: ignore[override]
        if "rabbitmq" in needs:
            raise ServiceUnavailableError("this check needs no events")
        return self._services.lease(needs)
