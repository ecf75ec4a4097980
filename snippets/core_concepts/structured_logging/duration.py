# --8<-- [start:all]
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

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
        elapsed = round(time.perf_counter() - started, 4)
        emit(
            event, outcome=outcome, error_type=error_type, duration_s=elapsed, **fields
        )


with patch("time.perf_counter", side_effect=[10.0, 10.412, 20.0, 23.004]):  # (3)!
    with timed("carrier_called", carrier="DHL"):
        pass

    try:
        with timed("carrier_called", carrier="UPS"):
            raise TimeoutError
    except TimeoutError:
        log.warning("label_postponed", carrier="UPS")
# --8<-- [end:all]
