# --8<-- [start:all]
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog

structlog.configure(
    processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()]
)
log = structlog.get_logger()


@contextmanager
def timed(event: str, **fields: Any) -> Iterator[None]:
    emit, outcome, error_type = log.info, "ok", None
    started = time.perf_counter()  # (1)!
    try:
        yield
    except BaseException as error:  # (2)!
        emit, outcome, error_type = log.warning, "failed", type(error).__name__
        raise
    finally:
        elapsed = round(time.perf_counter() - started, 1)
        emit(
            event, outcome=outcome, error_type=error_type, duration_s=elapsed, **fields
        )


with timed("label_printed", carrier="DHL"):
    time.sleep(0.1)

try:
    with timed("label_printed", carrier="UPS"):
        raise TimeoutError
except TimeoutError:
    log.warning("label_postponed", carrier="UPS")
# --8<-- [end:all]
