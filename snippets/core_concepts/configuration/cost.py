# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:cost]
from functools import lru_cache
from pathlib import Path
from time import process_time
from timeit import repeat

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_", env_file=".env")

    carrier_url: str
    carrier_token: SecretStr
    pack_timeout: float = 10.0


Path(".env").write_text("WMS_CARRIER_URL=http://localhost\nWMS_CARRIER_TOKEN=x\n")
cached = lru_cache(Settings)

built = min(repeat(Settings, number=100, repeat=3, timer=process_time)) / 100
read = min(repeat(cached, number=100_000, repeat=3, timer=process_time)) / 100_000

print(f"building costs {round(built / read, -3):,.0f} times a cached read")
print("building takes less than 5 ms:", built < 0.005)
# --8<-- [end:cost]
