# --8<-- [start:typed]
import os

from pydantic_settings import BaseSettings

os.environ["CARRIER_URL"] = "https://dhl.example"


class Settings(BaseSettings):
    carrier_url: str
    max_retries: int = 3


settings = Settings()
print(settings.carrier_url)
#> https://dhl.example
# --8<-- [end:typed]
