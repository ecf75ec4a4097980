# --8<-- [start:program]
import httpx2

print(httpx2.Client().timeout)
print(httpx2.Client(timeout=2).timeout)
print(httpx2.Client(timeout=httpx2.Timeout(2, read=30)).timeout)
print(httpx2.Client(timeout=None).timeout)
# --8<-- [end:program]
# --8<-- [start:tuple]
print(httpx2.Timeout((2, 30)))
# --8<-- [end:tuple]
