# --8<-- [start:partial]
import os

from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict


class Database(BaseModel):
    host: str = "localhost"
    pool_size: int = 5


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter="__")
    db: Database = Database(host="db.internal")


class Merging(Settings):
    model_config = SettingsConfigDict(nested_model_default_partial_update=True)


os.environ["DB__POOL_SIZE"] = "20"
print(Settings())
#> db=Database(host='localhost', pool_size=20)
print(Merging())
#> db=Database(host='db.internal', pool_size=20)
# --8<-- [end:partial]
