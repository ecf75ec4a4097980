# --8<-- [start:all]
import logging

line = "%(levelname)s order=%(order_id)s carrier=%(carrier)s %(message)s"
handler = logging.StreamHandler()
handler.setFormatter(
    logging.Formatter(line, defaults={"order_id": "-", "carrier": "-"})  # (1)!
)
logging.basicConfig(level=logging.INFO, handlers=[handler])
logger = logging.getLogger("warehouse.packing")

logger.info("idle")
logger.info("packed", extra={"order_id": "O-1001"})

order_log = logging.LoggerAdapter(logger, {"order_id": "O-1002"})
order_log.info("packed")
order_log.info("labelled", extra={"carrier": "DHL"})  # (2)!
# --8<-- [end:all]
