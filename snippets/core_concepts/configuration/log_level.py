# --8<-- [start:level]
import logging
import sys
from typing import Literal

from pydantic_settings import BaseSettings

log = logging.getLogger("orders")


class Settings(BaseSettings):
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


def night_shift(settings: Settings) -> None:
    logging.basicConfig(
        level=settings.log_level, format="%(message)s", stream=sys.stdout, force=True
    )
    log.info("O-1001 received, 3 lines")
    log.info("O-1001 reserved in Leipzig")
    log.error("O-1001 has no label")


for settings in (Settings(log_level="WARNING"), Settings()):
    print(f"--- {settings.log_level}")
    night_shift(settings)
# --8<-- [end:level]
