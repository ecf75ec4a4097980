# --8<-- [start:errors]
import logging
from collections import deque
from dataclasses import dataclass


class JobError(Exception):
    retryable = False


class CarrierTimeout(JobError):
    retryable = True


class UnknownAddress(JobError):
    pass


class StoreDown(Exception):
    pass


@dataclass
class Job:
    order_id: str
    error: type[Exception] | None = None
    attempts: int = 0


# --8<-- [end:errors]
# --8<-- [start:loop]
def print_label(job: Job) -> None:
    job.attempts += 1
    if job.error:
        raise job.error(job.order_id)
    print(job.order_id, "done")


def work(queue: deque[Job], dead: list[Job], limit: int = 3) -> None:
    while queue:
        job = queue.popleft()
        try:
            print_label(job)
        except JobError as error:
            again = error.retryable and job.attempts < limit
            (queue if again else dead).append(job)  # (1)!
        except StoreDown:
            queue.appendleft(job)  # (2)!
            raise
        except Exception:
            logging.exception("bug in job %s", job.order_id)  # (3)!
            dead.append(job)


# --8<-- [end:loop]
# --8<-- [start:use]
jobs = deque(
    [
        Job("A-17"),
        Job("A-18", CarrierTimeout),
        Job("A-19", UnknownAddress),
        Job("A-20", TypeError),
    ]
)
dead: list[Job] = []
work(jobs, dead)
print("dead:", [(job.order_id, job.attempts) for job in dead])

jobs.extend([Job("A-21", StoreDown), Job("A-22")])
try:
    work(jobs, dead)
except StoreDown:
    print("worker stops, still queued:", [job.order_id for job in jobs])
# --8<-- [end:use]
