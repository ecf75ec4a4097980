# --8<-- [start:all]
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.ext.asyncio import create_async_engine

bare = make_url("postgresql://app@db.internal/warehouse")
print(create_engine(bare).driver, create_async_engine(bare).driver)  # (1)!

written = bare.set(drivername="postgresql+asyncpg")
print(create_async_engine(written).driver)

url = URL.create(
    "postgresql+asyncpg",
    username="app",
    password="p@ss/word",  # (2)!
    host="db.internal",
    database="warehouse",
)
print(url)
print(url.render_as_string(hide_password=False))  # (3)!
# --8<-- [end:all]
