# --8<-- [start:all]
import logging

logger = logging.getLogger("warehouse.stock")
logger.setLevel(logging.DEBUG)

print("handlers:", logger.hasHandlers())
logger.info("counted SKU-7")
logger.warning("SKU-7 is below its minimum")

logging.lastResort = None
logger.warning("SKU-7 is gone")
# --8<-- [end:all]
