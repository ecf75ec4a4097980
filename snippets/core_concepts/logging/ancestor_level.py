# --8<-- [start:all]
import logging

logging.basicConfig(level=logging.ERROR, format="%(message)s")
logging.getLogger("warehouse").setLevel(logging.INFO)

logging.getLogger("warehouse.picking").info("picked")
logging.getLogger("carrier_sdk").warning("retrying")
# --8<-- [end:all]
