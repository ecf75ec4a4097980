# --8<-- [start:all]
import logging

FORMAT = "%(levelname)s %(name)s: %(message)s"
logger = logging.getLogger("warehouse.picking")

logging.warning("no carrier configured")  # (1)!

logging.basicConfig(level=logging.INFO, format=FORMAT)  # (2)!
logger.info("picked SKU-7")

logging.basicConfig(level=logging.INFO, format=FORMAT, force=True)  # (3)!
logger.info("picked SKU-8")
# --8<-- [end:all]
