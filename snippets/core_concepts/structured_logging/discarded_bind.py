# --8<-- [start:all]
import structlog

structlog.configure(processors=[structlog.processors.KeyValueRenderer()])
log = structlog.get_logger().bind(warehouse="LYON")


def pack(order_id: str) -> None:
    log.bind(order_id=order_id)
    log.info("order_packed")


pack("O-1001")
# --8<-- [end:all]
