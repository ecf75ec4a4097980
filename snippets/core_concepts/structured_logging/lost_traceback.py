# /// script
# [tool.notes]
# normalise = ["addresses"]
# ///
# --8<-- [start:all]
import logging

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.types import Processor


def configure(*rendering: Processor) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(
        ProcessorFormatter(
            processors=[ProcessorFormatter.remove_processors_meta, *rendering]
        )
    )
    logging.basicConfig(handlers=[handler], force=True)
    structlog.configure(
        processors=[ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def fail_twice() -> None:
    try:
        raise LookupError("no stock row for SKU-9")
    except LookupError:
        structlog.get_logger().exception("reservation_failed")
        logging.getLogger("carrier_sdk").exception("call failed")


configure(structlog.processors.JSONRenderer())
fail_twice()
configure(structlog.processors.format_exc_info, structlog.processors.JSONRenderer())
fail_twice()
# --8<-- [end:all]
