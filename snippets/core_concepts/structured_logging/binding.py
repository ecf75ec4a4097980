# --8<-- [start:all]
import structlog

structlog.configure(processors=[structlog.processors.JSONRenderer()])
log = structlog.get_logger()

order_log = log.bind(order_id="O-1001", carrier="DHL")  # (1)!
line_log = order_log.bind(sku="SKU-7")  # (2)!

line_log.info("line_picked")
order_log.info("order_packed")
line_log.unbind("carrier").info("line_returned")  # (3)!
line_log.new(picker="Ada").info("shift_started")  # (4)!
log.info("queue_empty")
# --8<-- [end:all]
