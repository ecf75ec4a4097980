# --8<-- [start:custom]
import os
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings import PydanticBaseSettingsSource as Source


class Settings(BaseSettings):
    model_config = SettingsConfigDict(secrets_dir="secrets")

    carrier_token: str

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: Source,
        env_settings: Source,
        dotenv_settings: Source,
        file_secret_settings: Source,
    ) -> tuple[Source, ...]:
        return init_settings, file_secret_settings, env_settings  # (1)!


Path("secrets").mkdir()
Path("secrets/carrier_token").write_text("from the mounted file\n")
os.environ["CARRIER_TOKEN"] = "left over in a shell profile"
Path(".env").write_text("CARRIER_TOKEN=never read\n")

print(Settings(_env_file=".env").carrier_token)
#> from the mounted file
# --8<-- [end:custom]
