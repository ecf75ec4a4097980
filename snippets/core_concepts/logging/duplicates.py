# --8<-- [start:all]
import logging

logging.basicConfig(level=logging.INFO, format="%(message)s")
logger = logging.getLogger("warehouse.picking")
logger.addHandler(logging.StreamHandler())

logger.info("picked")
logger.propagate = False
logger.info("packed")
# --8<-- [end:all]
