# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:all]
import asyncio
import logging
import time
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue


class SlowHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        time.sleep(0.1)  # (1)!


async def timer_delay(logger: logging.Logger) -> float:
    loop = asyncio.get_running_loop()
    fired: asyncio.Future[float] = loop.create_future()
    due = loop.time() + 0.01
    loop.call_at(due, lambda: fired.set_result(loop.time() - due))  # (2)!
    for _ in range(3):
        logger.warning("label late")
    return await fired


direct, queued = logging.getLogger("direct"), logging.getLogger("queued")
direct.addHandler(SlowHandler())

queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
queued.addHandler(QueueHandler(queue))  # (3)!
listener = QueueListener(queue, SlowHandler())
listener.start()

print(f"direct: timer late by {asyncio.run(timer_delay(direct)):.1f} s")
#> direct: timer late by 0.3 s
print(f"queued: timer late by {asyncio.run(timer_delay(queued)):.1f} s")
#> queued: timer late by 0.0 s
listener.stop()  # (4)!
print("still queued:", queue.qsize())
#> still queued: 0
# --8<-- [end:all]
