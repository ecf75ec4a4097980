# /// script
# [tool.notes]
# fails = "ModuleNotFoundError"
# ///
# --8<-- [start:all]
import logging

from warehouse import picking
from warehouse.log_setup import configure

logger = logging.getLogger(__name__)


def main() -> None:
    configure()
    logger.info("started")
    picking.pick("SKU-7", 2)
    logging.getLogger("carrier_sdk").warning("retrying")


if __name__ == "__main__":
    main()
# --8<-- [end:all]
