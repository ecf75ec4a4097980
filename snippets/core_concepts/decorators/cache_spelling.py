# --8<-- [start:spelling]
from functools import lru_cache


@lru_cache
def carrier(zone: str = "EU") -> str:
    return "DHL"


carrier("EU"), carrier(zone="EU"), carrier()
print(carrier.cache_info())
#> CacheInfo(hits=0, misses=3, maxsize=128, currsize=3)
# --8<-- [end:spelling]
