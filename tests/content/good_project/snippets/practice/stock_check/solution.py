# --8<-- [start:solution]
def can_pick(stock: int, wanted: int) -> bool:
    return 0 < wanted <= stock


# --8<-- [end:solution]
if __name__ == "__main__":
    # --8<-- [start:example]
    print(can_pick(2, 2))
    # --8<-- [end:example]
