# --8<-- [start:program]
import httpx2

common_mistakes: list[dict[str, float]] = [
    {"pool": 5.0},
    {"connect": 5.0, "read": 30.0},
    {"connect": 5.0, "read": 30.0, "write": 30.0},
]
for keywords in common_mistakes:
    try:
        httpx2.Timeout(**keywords)
    except ValueError as error:
        print(", ".join(keywords), "->", error)

print(httpx2.Timeout(5, read=30))  # (1)!
print(httpx2.Timeout(connect=5, read=30, write=30, pool=2))  # (2)!
# --8<-- [end:program]
