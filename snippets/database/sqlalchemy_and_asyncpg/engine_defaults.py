# --8<-- [start:all]
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("postgresql+asyncpg://app@no-such-host/warehouse")
pool = engine.pool
print(type(pool).__name__)
print(f"{pool.size()=} {pool._max_overflow=} {pool._timeout=}")
print(f"{pool._recycle=} {pool._pre_ping=}")
print(pool.status())
# --8<-- [end:all]
