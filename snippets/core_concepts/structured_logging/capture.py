# --8<-- [start:all]
import structlog
from structlog.contextvars import bound_contextvars, merge_contextvars
from structlog.testing import capture_logs

log = structlog.get_logger()


def reserve(sku: str, wanted: int, stock: int) -> bool:
    if wanted > stock:
        log.warning("stock_short", sku=sku, missing=wanted - stock)
    return wanted <= stock


def test_a_shortage_is_reported() -> None:
    with capture_logs() as entries:
        reserve("SKU-7", wanted=5, stock=3)
    assert entries == [
        {"event": "stock_short", "sku": "SKU-7", "missing": 2, "log_level": "warning"}
    ]


def test_the_order_is_on_the_line() -> None:
    with (
        bound_contextvars(order_id="O-1001"),
        capture_logs([merge_contextvars]) as entries,
    ):
        reserve("SKU-7", wanted=5, stock=3)
    assert entries[0]["order_id"] == "O-1001"


test_a_shortage_is_reported()
test_the_order_is_on_the_line()
print("2 passed")
# --8<-- [end:all]
