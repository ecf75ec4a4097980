# /// script
# [tool.notes]
# browser = "it shows a line of a library's own code"
# ///
# --8<-- [start:missing]
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(secrets_dir="/run/screts")
    carrier_token: SecretStr = SecretStr("change-me")


print("starting with", Settings().carrier_token.get_secret_value())
# --8<-- [end:missing]
