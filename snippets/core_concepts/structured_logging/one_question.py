# --8<-- [start:all]
import json
import re

LINES = """\
2026-11-20 21:04:11 ERROR DHL label failed for order O-1001 after 812ms
2026-11-20 21:04:13 ERROR could not print label (carrier=DHL, order=O-1002, 1.9s)
2026-11-20 21:04:19 ERROR label failed: O-1003 via DHL, 640 ms
"""
EVENTS = """\
{"level": "error", "event": "label_failed", "carrier": "DHL", "order_id": "O-1001", "ms": 812}
{"level": "error", "event": "label_failed", "carrier": "DHL", "order_id": "O-1002", "ms": 1900}
{"level": "error", "event": "label_failed", "carrier": "DHL", "order_id": "O-1003", "ms": 640}
"""

matches = re.findall(r"DHL label failed for order (\S+) after (\d+)ms", LINES)
print(
    "lines :", len(matches), "failure, slowest", max(int(ms) for _, ms in matches), "ms"
)
#> lines : 1 failure, slowest 812 ms

rows = [json.loads(line) for line in EVENTS.splitlines()]
failed = [
    row for row in rows if row["event"] == "label_failed" and row["carrier"] == "DHL"
]
print(
    "events:", len(failed), "failures, slowest", max(row["ms"] for row in failed), "ms"
)
#> events: 3 failures, slowest 1900 ms
print("orders:", [row["order_id"] for row in failed])
#> orders: ['O-1001', 'O-1002', 'O-1003']
# --8<-- [end:all]
