# --8<-- [start:report]
import os

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

os.environ["CARRIER_TOKEN"] = "tok-7f3a9c"


class Settings(BaseSettings):
    carrier_token: SecretStr
    carrier_url: str


class Discreet(Settings):
    model_config = SettingsConfigDict(hide_input_in_errors=True)


for settings in (Settings, Discreet):
    try:
        settings()
    except ValidationError as error:
        print(str(error).splitlines()[2].strip())
        print("token in errors():", "tok-7f3a9c" in str(error.errors()))
# --8<-- [end:report]
