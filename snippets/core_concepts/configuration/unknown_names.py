# --8<-- [start:unknown]
import os

from pydantic_settings import BaseSettings, SettingsConfigDict

os.environ["WMS_PACK_TIMOUT"] = "30"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_")
    pack_timeout: float = 10.0


def unknown_names(settings: type[BaseSettings]) -> set[str]:
    prefix = settings.model_config["env_prefix"].upper()
    known = {f"{prefix}{name}".upper() for name in settings.model_fields}
    given = {name.upper() for name in os.environ if name.upper().startswith(prefix)}
    return given - known


print(Settings())
#> pack_timeout=10.0
print("unknown:", unknown_names(Settings))
#> unknown: {'WMS_PACK_TIMOUT'}
# --8<-- [end:unknown]
