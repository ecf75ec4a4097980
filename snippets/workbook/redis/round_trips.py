# /// script
# [tool.notes]
# needs = ["redis"]
# normalise = ["figures"]
# ///
import os
import time
from collections.abc import Callable

import redis

client = redis.Redis.from_url(os.environ["REDIS_URL"])
keys = [f"order:{number}" for number in range(1000)]
for key in keys:
    client.hset(key, "json", "{}")


def seconds(read: Callable[[], object]) -> float:
    started = time.perf_counter()
    read()
    return time.perf_counter() - started


# --8<-- [start:program]
def one_by_one() -> None:
    for key in keys:
        client.hget(key, "json")


def in_one_pipeline() -> None:
    with client.pipeline(transaction=False) as pipe:
        for key in keys:
            pipe.hget(key, "json")
        pipe.execute()


ratio = seconds(one_by_one) / seconds(in_one_pipeline)
print(f"1,000 orders one by one take {ratio:.0f} times as long")
# --8<-- [end:program]
