# /// script
# [tool.notes]
# browser = "it changes the time zone of its process"
# ///
# --8<-- [start:all]
import logging
import os
import time
from datetime import UTC, datetime

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"  # (1)!
time.tzset()

local = logging.Formatter("%(asctime)s")
utc = logging.Formatter("%(asctime)s")
utc.converter = time.gmtime  # (2)!

for hour in (0, 1):
    moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC).timestamp()
    record = logging.makeLogRecord({"created": moment, "msecs": 0.0})
    print(f"local {local.format(record)} | UTC {utc.format(record)}")
    #> local 2026-10-25 02:30:00,000 | UTC 2026-10-25 00:30:00,000
    #> local 2026-10-25 02:30:00,000 | UTC 2026-10-25 01:30:00,000
# --8<-- [end:all]
