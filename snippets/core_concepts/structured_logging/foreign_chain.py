# --8<-- [start:all]
import logging

from structlog.processors import JSONRenderer
from structlog.stdlib import ProcessorFormatter, add_log_level, add_logger_name
from structlog.types import Processor


def configure(foreign: list[Processor]) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=foreign,
            processors=[ProcessorFormatter.remove_processors_meta, JSONRenderer()],
        )
    )
    logging.basicConfig(handlers=[handler], force=True)


configure([])
logging.getLogger("carrier_sdk").warning("retrying %s", "DHL")
configure([add_log_level, add_logger_name])
logging.getLogger("carrier_sdk").warning("retrying %s", "DHL")
# --8<-- [end:all]
