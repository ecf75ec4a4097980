# --8<-- [start:program]
import os

from pydantic_settings import BaseSettings

os.environ.update(
    CARRIER_URL="https://dhl.example",
    DRY_RUN="false",
    PACK_TIMEOUT="30",
)


class Settings(BaseSettings):
    carrier_url: str  # (1)!
    dry_run: bool = True  # (2)!
    pack_timeout: float = 10.0  # (3)!
    max_retries: int = 3  # (4)!


settings = Settings()

for name, value in settings:
    print(name, "=", repr(value))
    #> carrier_url = 'https://dhl.example'
    #> dry_run = False
    #> pack_timeout = 30.0
    #> max_retries = 3

print("two attempts may take", settings.pack_timeout * 2, "seconds")
#> two attempts may take 60.0 seconds
# --8<-- [end:program]
