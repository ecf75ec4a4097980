# /// script
# [tool.notes]
# browser = "it needs a driver of PostgreSQL"
# ///
# --8<-- [start:all]
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

bare = make_url("postgresql://app@db.internal/warehouse")
print(create_engine(bare).driver, create_async_engine(bare).driver)  # (1)!
#> psycopg psycopg

written = bare.set(drivername="postgresql+asyncpg")
print(create_async_engine(written).driver)
#> asyncpg

url = URL.create(
    "postgresql+asyncpg",
    username="app",
    password="p@ss/word",  # (2)!
    host="db.internal",
    database="warehouse",
)
print(url)
#> postgresql+asyncpg://app:***@db.internal/warehouse
print(url.render_as_string(hide_password=False))  # (3)!
#> postgresql+asyncpg://app:p%40ss%2Fword@db.internal/warehouse
# --8<-- [end:all]

# --8<-- [start:defaults]
pool = create_async_engine("postgresql+asyncpg://app@no-such-host/warehouse").pool
assert isinstance(pool, AsyncAdaptedQueuePool)
print(pool.checkedin(), "connections")
#> 0 connections
print(f"{pool.size()=}, {pool._max_overflow=}, {pool._timeout=}")
#> pool.size()=5, pool._max_overflow=10, pool._timeout=30.0
print(f"{pool._recycle=}, {pool._pre_ping=}")
#> pool._recycle=-1, pool._pre_ping=False
# --8<-- [end:defaults]
