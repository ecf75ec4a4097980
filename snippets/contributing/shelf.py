# --8<-- [start:left]
def left(shelf: dict[str, int], sku: str, picked: int) -> int:
    return shelf[sku] - picked  # (1)!


print(left({"A-18": 40}, "A-18", 12))
#> 28
# --8<-- [end:left]
