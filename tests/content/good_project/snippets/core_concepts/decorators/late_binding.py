# --8<-- [start:program]
makers = []
for i in range(3):
    makers.append(lambda: i)  # noqa: B023
print(*[make() for make in makers])
# --8<-- [end:program]
