# --8<-- [start:program]
from decimal import Decimal

crates = sum([0.1] * 3)
print(crates, crates == 0.3)
#> 0.30000000000000004 False

crates = sum([Decimal("0.1")] * 3)
print(crates, crates == Decimal("0.3"))
#> 0.3 True

print(Decimal(0.1))
#> 0.1000000000000000055511151231257827021181583404541015625
# --8<-- [end:program]
