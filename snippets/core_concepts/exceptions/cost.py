# /// script
# [tool.notes]
# normalise = ["figures"]
# ///
# --8<-- [start:cost]
from timeit import repeat

STOCK = {"BOX-3": 4}


def direct(sku: str) -> int:
    return STOCK[sku]


def guarded(sku: str) -> int:
    try:
        return STOCK[sku]
    except KeyError:
        return 0


def checked(sku: str) -> int:
    if sku in STOCK:
        return STOCK[sku]
    return 0


def best(call: str) -> float:
    return min(repeat(call, globals=globals(), number=20_000)) / 20_000


bare = best("direct('BOX-3')")
no_error = best("guarded('BOX-3')")
check = best("checked('BOX-3')")
error = best("guarded('PEN-9')")

print(f"try, nothing raised: {no_error / bare:.1f} times the bare call")
print(f"check first, found: {check / bare:.1f} times")
print(f"try, raised and caught: {error / bare:.1f} times")
print("raised and caught costs less than 1 % of a 1 ms query:", error < 1e-5)
# --8<-- [end:cost]
