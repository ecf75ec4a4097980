# --8<-- [start:program]
import httpx2

print(httpx2.Client().timeout)
#> Timeout(timeout=5.0)
print(httpx2.Client(timeout=2).timeout)
#> Timeout(timeout=2)
print(httpx2.Client(timeout=httpx2.Timeout(2, read=30)).timeout)
#> Timeout(connect=2, read=30, write=2, pool=2)
print(httpx2.Client(timeout=None).timeout)
#> Timeout(timeout=None)
# --8<-- [end:program]
# --8<-- [start:tuple]
print(httpx2.Timeout((2, 30)))
#> Timeout(connect=2, read=30, write=None, pool=None)
# --8<-- [end:tuple]
