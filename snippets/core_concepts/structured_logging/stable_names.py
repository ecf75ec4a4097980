# --8<-- [start:all]
from collections import Counter

import structlog
from structlog.testing import capture_logs

log = structlog.get_logger()
SHIPMENTS = [("O-1001", "DHL"), ("O-1002", "UPS"), ("O-1003", "DHL")]

with capture_logs() as sentences:
    for order_id, carrier in SHIPMENTS:
        log.info(f"Order {order_id} shipped with {carrier}")

with capture_logs() as events:
    for order_id, carrier in SHIPMENTS:
        log.info("order_shipped", order_id=order_id, carrier=carrier)

print(Counter(entry["event"] for entry in sentences))
print(Counter(entry["event"] for entry in events))
print(Counter(entry["carrier"] for entry in events))
# --8<-- [end:all]
