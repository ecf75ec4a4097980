# mypy: disable-error-code="name-defined"
# --8<-- [start:all]
import structlog

try:
    structlog.configure(
        processors=[structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
except NameError as error:
    print("the service does not start:", type(error).__name__, error.name)

structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("info"))
print("the level's name needs no import")
# --8<-- [end:all]
