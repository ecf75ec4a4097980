# --8<-- [start:cwd]
import os
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env")
    carrier: str = "none"


Path(".env").write_text("CARRIER=dhl\n")
print(Settings())
#> carrier='dhl'

Path("jobs").mkdir()
os.chdir("jobs")
print(Settings())
#> carrier='none'
# --8<-- [end:cwd]
