# --8<-- [start:frozen]
from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(frozen=True)

    pack_timeout: float = 10.0
    carriers: list[str] = ["dhl"]
    warehouses: tuple[str, ...] = ("Berlin", "Leipzig")


settings = Settings()
try:
    settings.pack_timeout = 60.0
except ValidationError as error:
    print(error.errors()[0]["msg"])
    #> Instance is frozen

settings.carriers.append("ups")  # (1)!
print(settings.carriers)
#> ['dhl', 'ups']

hasty = settings.model_copy(update={"pack_timeout": "soon"})  # (2)!
print(settings.pack_timeout, hasty.pack_timeout)
#> 10.0 soon
# --8<-- [end:frozen]
