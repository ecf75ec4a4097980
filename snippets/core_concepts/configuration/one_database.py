# --8<-- [start:two]
import os

from pydantic import SecretStr
from pydantic_settings import BaseSettings
from sqlalchemy import URL, make_url

os.environ.update(
    DATABASE_URL="postgresql+asyncpg://wms@db-old/orders",
    DB_HOST="db-new",
    DB_PASSWORD="tall@ship",
)


class Settings(BaseSettings):
    db_host: str
    db_password: SecretStr

    @property
    def sqlalchemy_url(self) -> URL:  # (1)!
        password = self.db_password.get_secret_value()
        return URL.create(
            "postgresql+asyncpg", "wms", password, self.db_host, database="orders"
        )


class Both(Settings):
    database_url: str


both = Both()
print("migrations go to", make_url(both.database_url).host)
#> migrations go to db-old
print("the app goes to", both.sqlalchemy_url.host)
#> the app goes to db-new
# --8<-- [end:two]
# --8<-- [start:one]
print("everybody goes to", Settings().sqlalchemy_url)
#> everybody goes to postgresql+asyncpg://wms:***@db-new/orders
# --8<-- [end:one]
