# --8<-- [start:nested]
import os

from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict


class Carrier(BaseModel):
    url: str
    retries: int = 3


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_", env_nested_delimiter="__")

    warehouse: str
    carriers: dict[str, Carrier]


os.environ.update(
    WMS_WAREHOUSE="Leipzig",
    WMS_CARRIERS='{"dhl": {"url": "https://dhl.example", "retries": 1}}',  # (1)!
    WMS_CARRIERS__DHL__RETRIES="5",  # (2)!
    WMS_CARRIERS__UPS__URL="https://ups.example",
)

settings = Settings()
print(settings.warehouse, sorted(settings.carriers))
#> Leipzig ['dhl', 'ups']
print(settings.carriers["dhl"])
#> url='https://dhl.example' retries=5
print(settings.carriers["ups"])
#> url='https://ups.example' retries=3
# --8<-- [end:nested]
