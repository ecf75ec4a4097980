# /// script
# [tool.notes]
# needs = ["redis"]
# ///
# --8<-- [start:quiz]
import os

import redis

client = redis.Redis.from_url(os.environ["REDIS_URL"])
client.hset("order:AT-7", mapping={"warehouse": 101})
found = client.hgetall("order:AT-7")
print(found, found.get("warehouse"))
# --8<-- [end:quiz]
