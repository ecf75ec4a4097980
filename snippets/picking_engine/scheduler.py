"""What a worker does besides requests and events: log figures, tidy up."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from picking_engine.errors import PartUnavailableError
from picking_engine.tenants import Tenants

logger = logging.getLogger(__name__)

MINUTE = 60
HOUR = 60 * MINUTE
KEPT = timedelta(days=2)


# --8<-- [start:job]
class Job(threading.Thread):
    """A thread that does something at fixed intervals."""

    def __init__(self, name: str, seconds: float, work: Callable[[], None]) -> None:
        super().__init__(name=name, daemon=True)
        self._seconds = seconds
        self._work = work
        self._stopping = threading.Event()

    def stop(self) -> None:
        """End before the next time."""
        self._stopping.set()

    def run(self) -> None:
        """Work, whenever the time has come; one failure does not end the job."""
        while not self._stopping.wait(self._seconds):
            try:
                self._work()
            except Exception:
                logger.exception("%s failed; it runs again", self.name)


# --8<-- [end:job]


# --8<-- [start:start-jobs]
def start_jobs(tenants: Tenants) -> list[Job]:
    """The monitor and the hourly job."""
    jobs = [
        Job("monitor", MINUTE, lambda: log_metrics(tenants)),
        Job("tidy", HOUR, lambda: tidy(tenants, datetime.now(UTC))),
    ]
    for job in jobs:
        job.start()
    return jobs


# --8<-- [end:start-jobs]


def log_metrics(tenants: Tenants) -> None:
    """Log how many orders wait where, and how many threads this worker has."""
    logger.info("%d threads run in this worker", threading.active_count())
    for tenant in tenants.all():
        try:
            for warehouse_id in tenant.settings.warehouses:
                waiting = tenant.repository.count(warehouse_id)
                place = f"{tenant.country}/{warehouse_id}"
                logger.info("%d orders wait in %s", waiting, place)
        except PartUnavailableError as error:
            logger.error("%s", error)


# --8<-- [start:tidy]
def tidy(tenants: Tenants, now: datetime) -> None:
    """Take out the orders that nobody has picked for two days.

    Every worker comes here each hour; the first one to claim a country does the work.
    """
    for tenant in tenants.all():
        repository = tenant.repository
        try:
            if not repository.claim(f"tidy:{now:%Y-%m-%dT%H}", HOUR):
                continue
            for warehouse_id in tenant.settings.warehouses:
                for order_id in repository.ids_before(warehouse_id, now - KEPT):
                    if repository.remove(order_id, before=now - KEPT):
                        logger.info("order %s was never picked", order_id)
        except PartUnavailableError as error:
            logger.error("%s", error)


# --8<-- [end:tidy]
