# --8<-- [start:all]
import logging


def show(*names: str) -> None:
    for name in names:
        logger = logging.getLogger(name)
        own = logging.getLevelName(logger.level)
        effective = logging.getLevelName(logger.getEffectiveLevel())
        print(f"{logger.name}: own {own}, effective {effective}")
        #> root: own WARNING, effective WARNING
        #> warehouse: own NOTSET, effective WARNING
        #> warehouse.picking: own NOTSET, effective WARNING
        #> warehouse: own DEBUG, effective DEBUG
        #> warehouse.picking: own NOTSET, effective DEBUG
        #> carrier_sdk: own NOTSET, effective WARNING


show("root", "warehouse", "warehouse.picking")

logging.getLogger("warehouse").setLevel(logging.DEBUG)
show("warehouse", "warehouse.picking", "carrier_sdk")
# --8<-- [end:all]
