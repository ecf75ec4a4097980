# --8<-- [start:strangers]
from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

Path(".env").write_text("WMS_CARRIER=dhl\nWMS_CARIER=ups\nPOSTGRES_PASSWORD=hunter2\n")


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="WMS_")
    carrier: str


class Ignoring(Settings):
    model_config = SettingsConfigDict(extra="ignore")


class Filtering(Settings):
    model_config = SettingsConfigDict(dotenv_filtering="match_prefix")


def outcome(settings: type[Settings]) -> str:
    try:
        return str(settings())
    except ValidationError as error:
        return ", ".join(f"{e['type']} {e['loc'][0]}" for e in error.errors())


print("plain:", outcome(Settings))
#> plain: extra_forbidden wms_carier, extra_forbidden postgres_password
print("ignoring:", outcome(Ignoring))
#> ignoring: carrier='dhl'
print("filtering:", outcome(Filtering))
#> filtering: extra_forbidden carier
# --8<-- [end:strangers]
