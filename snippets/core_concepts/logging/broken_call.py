# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:all]
import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
logger = logging.getLogger("warehouse.picking")

logger.info("picked %d x %s", 2)
print("the program goes on")

logging.raiseExceptions = False
logger.info("picked %d x %s", 2)
print("and now nobody knows")
# --8<-- [end:all]
