# /// script
# [tool.notes]
# fails = "ValidationError"
# ///
# --8<-- [start:fails]
import os

from pydantic_settings import BaseSettings

os.environ.update(DRY_RUN="flase", PACK_TIMEOUT="30 s")


class Settings(BaseSettings):
    carrier_url: str
    dry_run: bool = True
    pack_timeout: float = 10.0


settings = Settings()
print("the service is up")
# --8<-- [end:fails]
