# --8<-- [start:all]
from collections import Counter
from zlib import crc32

import structlog
from structlog.testing import capture_logs
from structlog.types import EventDict, WrappedLogger


def sample(logger: WrappedLogger, method: str, event_dict: EventDict) -> EventDict:
    if event_dict["level"] not in ("debug", "info"):  # (1)!
        return event_dict
    if crc32(str(event_dict["request_id"]).encode()) % 100 < 10:  # (2)!
        return {**event_dict, "sample_rate": 10}
    raise structlog.DropEvent  # (3)!


log = structlog.get_logger()
with capture_logs(processors=[structlog.processors.add_log_level, sample]) as kept:
    for number in range(1_000):
        order_log = log.bind(request_id=f"req-{number}")
        order_log.info("request_started")
        order_log.info("request_completed")
        if number % 100 == 0:
            order_log.error("label_failed")

print(Counter(entry["event"] for entry in kept))
print("kept:", len(kept))
print("estimated:", sum(entry.get("sample_rate", 1) for entry in kept))
# --8<-- [end:all]
