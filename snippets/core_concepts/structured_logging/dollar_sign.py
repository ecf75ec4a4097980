# --8<-- [start:all]
import re

forged = "cart-7f3a9c\n"
print(bool(re.match(r"^[a-z0-9-]{8,64}$", forged)))
print(bool(re.fullmatch(r"[a-z0-9-]{8,64}", forged)))
# --8<-- [end:all]
