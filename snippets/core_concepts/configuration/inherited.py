# --8<-- [start:inherited]
import os
import subprocess
import sys
from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

os.environ["WMS_DB_PASSWORD"] = "from the environment"
Path("secrets").mkdir()
Path("secrets/wms_carrier_token").write_text("from a file\n")  # (1)!


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_", secrets_dir="secrets")
    db_password: SecretStr
    carrier_token: SecretStr


settings = Settings()
print(settings.carrier_token.get_secret_value(), "|", repr(settings))

report = "import os; print([name for name in os.environ if 'WMS' in name])"
label_tool = [sys.executable, "-I", "-c", report]  # (2)!
print("label tool sees", subprocess.check_output(label_tool, text=True).strip())
# --8<-- [end:inherited]
