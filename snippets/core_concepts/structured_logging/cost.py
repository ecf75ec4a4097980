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


def configure(*chain: Processor, level: int = 0, cache: bool = True) -> Any:
    structlog.configure(
        processors=[*chain],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=cache,
    )
    return structlog.get_logger()


def best(log: Any, method: str = "info", **fields: Any) -> float:
    call = attrgetter(method)
    timings = repeat(lambda: call(log)("picked", **fields), number=1_000, repeat=5)
    return min(timings)


logging.basicConfig(level=logging.INFO)
structlog.configure(logger_factory=structlog.stdlib.LoggerFactory())
in_chain = best(configure(filter_by_level), "debug")
structlog.configure(logger_factory=ReturnLoggerFactory())
filtering = best(configure(JSONRenderer(), level=logging.INFO), "debug")
print(f"drop a debug line in the chain: {in_chain / filtering:.0f} times")

uncached = best(configure(JSONRenderer(), level=logging.INFO, cache=False), "debug")
print(f"drop it by class, logger not cached: {uncached / filtering:.0f} times")

rows = [{"sku": f"SKU-{n}", "quantity": n} for n in range(20)]
json = best(configure(JSONRenderer()), rows=rows)
fast = best(configure(JSONRenderer(serializer=orjson.dumps)), rows=rows)
print(f"a line of 20 rows, json not orjson: {json / fast:.1f} times")
# --8<-- [end:all]
