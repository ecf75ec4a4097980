# --8<-- [start:wide]
from collections.abc import Callable

ORDERS = {"A-17": {"sku": "BOX-3", "zone": "EU"}}
FEES = {"DE": 490, "FR": 890}


def fee_wide(order_id: str) -> str:
    try:
        order = ORDERS[order_id]
        return f"fee {FEES[order['zone']]}"
    except KeyError:
        return f"no order {order_id}"


def fee_narrow(order_id: str) -> str:
    try:
        order = ORDERS[order_id]
    except KeyError:
        return f"no order {order_id}"
    return f"fee {FEES[order['zone']]}"


def show(fee: Callable[[str], str]) -> None:
    try:
        print(fee.__name__, "->", fee("A-17"))
        #> fee_wide -> no order A-17
    except KeyError as error:
        print(fee.__name__, "-> KeyError", error)
        #> fee_narrow -> KeyError 'EU'


show(fee_wide)
show(fee_narrow)
# --8<-- [end:wide]
