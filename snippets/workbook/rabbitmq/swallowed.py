# --8<-- [start:program]
import logging

from picking_engine.rabbit_consumer import ORDERS, RabbitConsumer

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
consumer = RabbitConsumer("at", settings=None, repository=None)
print("handled:", consumer.handle_message(ORDERS, b"this is no JSON"))
# --8<-- [end:program]
