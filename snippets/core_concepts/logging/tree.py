# --8<-- [start:all]
import logging

picking = logging.getLogger("warehouse.picking")
print(picking is logging.getLogger("warehouse.picking"))
#> True

root = logging.getLogger()
print(picking.parent is root)
#> True

warehouse = logging.getLogger("warehouse")  # (1)!
print(picking.parent is warehouse, warehouse.parent is root)
#> True True
# --8<-- [end:all]
