# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:all]
import logging
from operator import attrgetter
from timeit import repeat
from typing import Any

import orjson
import structlog
from structlog.processors import JSONRenderer
from structlog.stdlib import filter_by_level
from structlog.testing import ReturnLoggerFactory
from structlog.types import Processor


def configure(*chain: Processor, level: int = 0, **options: Any) -> Any:
    structlog.configure(
        processors=[*chain],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        **{"logger_factory": ReturnLoggerFactory(), "cache_logger_on_first_use": True}
        | options,
    )
    return structlog.get_logger()


def best(log: Any, method: str = "info", **fields: Any) -> float:
    call = attrgetter(method)
    return min(
        repeat(lambda: call(log)("stock_reserved", **fields), number=1_000, repeat=5)
    )


logging.basicConfig(level=logging.INFO)
stdlib = structlog.stdlib.LoggerFactory()
late = best(configure(filter_by_level, logger_factory=stdlib), "debug")
early = best(configure(JSONRenderer(), level=logging.INFO), "debug")
print(
    f"dropping a debug line in the chain: {late / early:.0f} times the filtering logger"
)

uncached = best(configure(JSONRenderer(), cache_logger_on_first_use=False))
cached = best(configure(JSONRenderer()))
print(
    f"keeping a line, logger not cached: {uncached / cached:.1f} times the cached one"
)

rows = [{"sku": f"SKU-{n}", "quantity": n} for n in range(20)]
slow = best(configure(JSONRenderer()), rows=rows)
fast = best(configure(JSONRenderer(serializer=orjson.dumps)), rows=rows)
print(f"a line with 20 rows, json: {slow / fast:.1f} times orjson")
# --8<-- [end:all]
