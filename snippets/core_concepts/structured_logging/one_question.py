# --8<-- [start:all]
import json
import re

LINES = """\
2026-11-20 21:04:11 ERROR DHL label failed for order O-1001 after 812ms
2026-11-20 21:04:13 ERROR could not print label (carrier=DHL, order=O-1002, 1.9s)
2026-11-20 21:04:19 ERROR label failed: O-1003 via DHL, 640 ms
"""
EVENTS = """\
{"event": "label_failed", "carrier": "DHL", "order_id": "O-1001", "ms": 812}
{"event": "label_failed", "carrier": "DHL", "order_id": "O-1002", "ms": 1900}
{"event": "label_failed", "carrier": "DHL", "order_id": "O-1003", "ms": 640}
"""

matches = re.findall(r"DHL label failed for order (\S+) after (\d+)ms", LINES)
print("lines: ", len(matches), "failed, slowest", max(int(ms) for _, ms in matches))

rows = [json.loads(line) for line in EVENTS.splitlines()]
failed = [row for row in rows if row["event"] == "label_failed"]
print("events:", len(failed), "failed, slowest", max(row["ms"] for row in failed))
print("orders:", [row["order_id"] for row in failed])
# --8<-- [end:all]
