# /// script
# [tool.notes]
# normalise = ["times"]
# ///
# --8<-- [start:all]
import logging
import os

import log_setup
import structlog

log_setup.configure(json_lines=os.environ.get("LOG_FORMAT", "json") == "json")
log = structlog.get_logger("picking")

structlog.contextvars.bind_contextvars(order_id="O-1001")
log.info("line_picked", sku="SKU-7", api={"Authorization": "Bearer s3cr3t"})
logging.getLogger("carrier_sdk").warning("retrying %s", "DHL")
# --8<-- [end:all]
