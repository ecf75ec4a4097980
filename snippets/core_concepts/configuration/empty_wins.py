# --8<-- [start:empty]
import os
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

Path(".env").write_text("CARRIER=dhl\n")
os.environ["CARRIER"] = ""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env")
    carrier: str = "none"


print(Settings(), Settings(_env_ignore_empty=True))
# --8<-- [end:empty]
