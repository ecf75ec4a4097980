# /// script
# [tool.notes]
# needs = ["redis"]
# ///
import os

import redis

client = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)
# --8<-- [start:program]
client.hset("order:AT-7", mapping={"warehouse": 101, "json": '{"orderId": "AT-7"}'})
client.hset("order:AT-9", mapping={"warehouse": 101, "json": '{"orderId": "AT-9"}'})
client.zadd("orders:101", {"AT-7": 900, "AT-9": 600})

print(client.hget("order:AT-7", "json"))
#> {"orderId": "AT-7"}
print(client.zrange("orders:101", "(900", "-inf", byscore=True, desc=True))
#> ['AT-9']
print(client.zrange("orders:101", 0, -1, withscores=True))
#> [('AT-9', 600.0), ('AT-7', 900.0)]
# --8<-- [end:program]
