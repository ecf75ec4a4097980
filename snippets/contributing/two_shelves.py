# --8<-- [start:fill]
shelves: list[list[str]] = [[]] * 2
shelves[0].append("A-18")
print(len(shelves[0]), len(shelves[1]))
# --8<-- [end:fill]
