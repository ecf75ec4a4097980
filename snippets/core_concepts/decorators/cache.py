# --8<-- [start:cache]
from functools import cache, lru_cache


@cache
def volume(sku: str) -> int:
    return len(sku) * 100


@lru_cache(maxsize=2)
def route(sku: str) -> str:
    return f"dock {len(sku)}"


for sku in ("BOX-3", "BOX-4", "BOX-5", "BOX-3"):
    volume(sku)
    route(sku)
print(volume.cache_info())
#> CacheInfo(hits=1, misses=3, maxsize=None, currsize=3)

print(route.cache_info())
#> CacheInfo(hits=0, misses=4, maxsize=2, currsize=2)

try:
    volume(["BOX-3", "BOX-4"])
except TypeError as error:
    print(error)
    #> unhashable type: 'list'
# --8<-- [end:cache]
