# --8<-- [start:nested]
from pathlib import Path

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NestedSecretsSettingsSource,
    SettingsConfigDict,
)
from pydantic_settings import PydanticBaseSettingsSource as Source

Path("secrets").mkdir()
Path("secrets/db__password").write_text("tall@ship\n")


class Database(BaseModel):
    password: SecretStr


class Settings(BaseSettings):
    model_config = SettingsConfigDict(secrets_dir="secrets", env_nested_delimiter="__")
    db: Database


class Nesting(Settings):
    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: Source,
        env_settings: Source,
        dotenv_settings: Source,
        file_secret_settings: Source,
    ) -> tuple[Source, ...]:
        files = NestedSecretsSettingsSource(file_secret_settings)
        return init_settings, env_settings, dotenv_settings, files


try:
    Settings()
except ValidationError as error:
    print(error.errors()[0]["msg"])
    #> Field required

print(Nesting())
#> db=Database(password=SecretStr('**********'))
# --8<-- [end:nested]
