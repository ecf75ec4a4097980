# --8<-- [start:json]
import os
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_settings import BaseSettings, NoDecode, SettingsError


class Settings(BaseSettings):
    carriers: list[str] = []


os.environ["CARRIERS"] = "dhl,ups"
try:
    Settings()
except SettingsError as error:
    print(error)
    #> error parsing value for field "carriers" from source "EnvSettingsSource"

os.environ["CARRIERS"] = '["dhl", "ups"]'
print(Settings().carriers)
#> ['dhl', 'ups']


# --8<-- [end:json]
# --8<-- [start:comma]
def split_commas(value: object) -> object:
    if not isinstance(value, str):  # (1)!
        return value
    return [part.strip() for part in value.split(",") if part.strip()]  # (2)!


class CommaSettings(BaseSettings):
    carriers: Annotated[list[str], NoDecode, BeforeValidator(split_commas)] = []  # (3)!


for text in ("dhl, ups,", "dhl", ""):
    os.environ["CARRIERS"] = text
    print(CommaSettings().carriers)
    #> ['dhl', 'ups']
    #> ['dhl']
    #> []
# --8<-- [end:comma]
