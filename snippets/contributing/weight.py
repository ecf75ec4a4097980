# --8<-- [start:weigh]
print(0.1 + 0.1 + 0.1 == 0.3)
#> False
# --8<-- [end:weigh]
