# --8<-- [start:all]
import logging

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger("warehouse.packing")


class Order:
    rendered = 0
    routes = 0

    def __str__(self) -> str:
        Order.rendered += 1
        return "O-1001"

    def route(self) -> str:
        Order.routes += 1
        return "A-17, A-22, C-04"


order = Order()
logger.debug(f"packing {order}")
print("f-string rendered:", Order.rendered)
#> f-string rendered: 1

logger.debug("packing %s", order)
print("after %s:", Order.rendered)
#> after %s: 1

logger.debug("route %s", order.route())  # (1)!
if logger.isEnabledFor(logging.DEBUG):  # (2)!
    logger.debug("route %s", order.route())
print("routes computed:", Order.routes)
#> routes computed: 1
# --8<-- [end:all]
