# /// script
# [tool.notes]
# fails = "NameError"
# ///
# ruff: noqa: F821
# mypy: disable-error-code="name-defined"
# --8<-- [start:all]
import structlog

structlog.configure(
    processors=[structlog.processors.JSONRenderer()],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
)
structlog.get_logger().info("service_started", service="picking")
# --8<-- [end:all]
