# --8<-- [start:all]
import structlog

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ]
)
log = structlog.get_logger()


class CarrierError(Exception):
    def __init__(self, code: str, order_id: str) -> None:
        super().__init__(f"carrier refused: {code}")
        self.code = code
        self.order_id = order_id


def print_label(order_id: str) -> None:
    raise CarrierError("ADDRESS_INVALID", order_id)


try:
    print_label("O-1001")
except CarrierError as error:
    log.warning(
        "label_refused",
        error_type=type(error).__name__,
        error_code=error.code,
        order_id=error.order_id,
    )

try:
    print_label("O-1002")
except CarrierError as error:
    log.exception("label_failed", error_code=error.code, order_id=error.order_id)
# --8<-- [end:all]
