# --8<-- [start:leak]
import gc
import weakref
from functools import cache, cached_property


class Warehouse:
    @cache
    def capacity(self) -> int:
        return 1200


class LightWarehouse:
    @cached_property
    def capacity(self) -> int:
        return 1200


leipzig = Warehouse()
leipzig.capacity()
watched = weakref.ref(leipzig)
del leipzig
gc.collect()
print("cache: still alive", watched() is not None)
#> cache: still alive True

hamburg = LightWarehouse()
hamburg.capacity
watched_light = weakref.ref(hamburg)
del hamburg
gc.collect()
print("cached_property: still alive", watched_light() is not None)
#> cached_property: still alive False
# --8<-- [end:leak]
