# --8<-- [start:all]
import logging
from contextvars import ContextVar
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue

order_id: ContextVar[str] = ContextVar("order_id", default="-")


def add_order_id(record: logging.LogRecord) -> bool:
    record.order_id = order_id.get()
    return True


console = logging.StreamHandler()
console.setFormatter(logging.Formatter("%(order_id)s %(message)s"))
console.addFilter(add_order_id)

queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
listener = QueueListener(queue, console)
logging.basicConfig(handlers=[QueueHandler(queue)], format="%(message)s")
listener.start()
order_id.set("O-1001")
logging.getLogger("warehouse.packing").warning("packed late")
listener.stop()
# --8<-- [end:all]
