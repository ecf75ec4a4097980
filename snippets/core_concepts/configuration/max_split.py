# --8<-- [start:split]
import os

from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict


class Database(BaseModel):
    host: str = "localhost"
    pool_size: int = 5


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_", env_nested_delimiter="_")
    db: Database = Database()


os.environ["WMS_DB_POOL_SIZE"] = "20"
print(Settings().db.pool_size, Settings(_env_nested_max_split=1).db.pool_size)
# --8<-- [end:split]
