# --8<-- [start:order]
import os
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", secrets_dir="secrets")

    carrier: str = "default"
    warehouse: str = "default"
    printer: str = "default"
    token: str = "default"
    shift: str = "default"


Path("secrets").mkdir()
for name in ("carrier", "warehouse", "printer", "token"):
    Path("secrets", name).write_text("secrets file")
Path(".env").write_text("CARRIER=.env\nWAREHOUSE=.env\nPRINTER=.env\n")
os.environ.update(CARRIER="environment", WAREHOUSE="environment")

for name, value in Settings(carrier="argument"):
    print(f"{name:<10}{value}")
    #> carrier   argument
    #> warehouse environment
    #> printer   .env
    #> token     secrets file
    #> shift     default
# --8<-- [end:order]
