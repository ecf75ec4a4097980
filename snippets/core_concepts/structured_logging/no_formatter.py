# --8<-- [start:all]
import logging

import structlog

logging.basicConfig(format="%(message)s", level=logging.INFO)


def configure(last: structlog.types.Processor) -> None:
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, last],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    structlog.get_logger().info("stock_reserved", order_id="O-1001", gift=True)


configure(structlog.stdlib.ProcessorFormatter.wrap_for_formatter)
configure(structlog.processors.JSONRenderer())
# --8<-- [end:all]
