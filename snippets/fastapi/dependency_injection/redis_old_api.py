import asyncio
import warnings

import redis.asyncio


# --8<-- [start:program]
async def main() -> None:
    print(hasattr(redis.asyncio, "create_redis_pool"))
    cache = redis.asyncio.Redis()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await cache.close()
    print(caught[0].message)


asyncio.run(main())
# --8<-- [end:program]
