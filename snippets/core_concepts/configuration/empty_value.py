# --8<-- [start:empty]
import os

from pydantic_settings import BaseSettings, SettingsConfigDict

os.environ["SENTRY_DSN"] = ""


class Settings(BaseSettings):
    sentry_dsn: str | None = None


class Tolerant(Settings):
    model_config = SettingsConfigDict(env_ignore_empty=True)


print(Settings())
#> sentry_dsn=''
print(Tolerant())
#> sentry_dsn=None
print("reporting is off:", Settings().sentry_dsn is None, Tolerant().sentry_dsn is None)
#> reporting is off: False True
# --8<-- [end:empty]
