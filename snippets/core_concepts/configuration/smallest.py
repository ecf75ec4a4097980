# --8<-- [start:program]
import os

from pydantic_settings import BaseSettings

os.environ.update(CARRIER_URL="https://dhl.example", DRY_RUN="false", PACK_TIMEOUT="30")


class Settings(BaseSettings):
    carrier_url: str  # (1)!
    dry_run: bool = True  # (2)!
    pack_timeout: float = 10.0  # (3)!
    max_retries: int = 3  # (4)!


settings = Settings()

print(repr(settings))
print("two attempts may take", settings.pack_timeout * 2, "seconds")
# --8<-- [end:program]
