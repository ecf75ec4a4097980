# --8<-- [start:all]
def left_for_people(
    *, pods: int, workers: int, size: int, overflow: int, server: int = 100, reserved: int = 3
) -> int:
    return server - reserved - pods * workers * (size + overflow)


print(left_for_people(pods=1, workers=1, size=5, overflow=10))
print(left_for_people(pods=3, workers=4, size=5, overflow=10))
print(left_for_people(pods=3, workers=4, size=4, overflow=2))
print(left_for_people(pods=4, workers=4, size=4, overflow=2))  # (1)!
# --8<-- [end:all]
