# --8<-- [start:quiz]
from functools import cache

server = {"redis.host": "valkey-1"}


@cache
def get_settings() -> dict[str, str]:
    return dict(server)


print(get_settings()["redis.host"])
server["redis.host"] = "valkey-2"
print(get_settings()["redis.host"])
get_settings.cache_clear()
print(get_settings()["redis.host"])
# --8<-- [end:quiz]
