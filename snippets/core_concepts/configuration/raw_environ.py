# --8<-- [start:raw]
import os

os.environ.update(DRY_RUN="false", PACK_TIMEOUT="30")  # (1)!

DRY_RUN = os.getenv("DRY_RUN", True)
PACK_TIMEOUT = os.getenv("PACK_TIMEOUT", 10)


def label_url(order_id: str) -> str:
    return f"{os.environ['CARRIER_URL']}/labels/{order_id}"  # (2)!


print("dry run is", bool(DRY_RUN))
#> dry run is True
print("two attempts may take", PACK_TIMEOUT * 2, "seconds")
#> two attempts may take 3030 seconds
print("the service is up")
#> the service is up

try:
    print(label_url("O-1001"))
except KeyError as error:
    print("six hours later: KeyError", error)
    #> six hours later: KeyError 'CARRIER_URL'
# --8<-- [end:raw]
