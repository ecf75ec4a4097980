# --8<-- [start:quiz]
print(1 + 1)
# --8<-- [end:quiz]
