# --8<-- [start:setup]
import logging
import sys

import structlog
from redaction import redact
from structlog.types import Processor


def configure(json_lines: bool, level: int = logging.INFO) -> None:
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,  # (1)!
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        redact,
    ]
    renderer: Processor = structlog.dev.ConsoleRenderer(  # (2)!
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
    if json_lines:  # (3)!
        shared.append(structlog.processors.format_exc_info)
        renderer = structlog.processors.JSONRenderer()

    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,  # (4)!
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=level, force=True)  # (5)!
    logging.getLogger("httpx2").setLevel(logging.WARNING)

    structlog.configure(
        processors=[
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,  # (6)!
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    # --8<-- [end:setup]
