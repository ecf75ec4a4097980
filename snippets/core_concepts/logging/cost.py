# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:all]
import io
import logging
from collections.abc import Callable
from timeit import repeat

logger = logging.getLogger("warehouse.cost")
handler = logging.StreamHandler(io.StringIO())
logging.basicConfig(level=logging.INFO, handlers=[handler])
order = {"id": "O-1001", "lines": [{"sku": f"SKU-{n}"} for n in range(20)]}


def best(call: Callable[[], None]) -> float:
    return min(repeat(call, number=1_000, repeat=5))


off_lazy = best(lambda: logger.debug("order %s", order))
off_eager = best(lambda: logger.debug(f"order {order}"))
written = best(lambda: logger.info("order packed"))
traceback = best(lambda: logger.info("order packed", stack_info=True))

print(f"level off, f-string instead of %s: {off_eager / off_lazy:.0f} times")
print(f"a written line, not one that is off: {written / off_lazy:.0f} times")
print(f"with stack_info, not without: {traceback / written:.0f} times")
# --8<-- [end:all]
