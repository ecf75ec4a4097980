# --8<-- [start:program]
import warnings

from picking_engine.models import CancelEvent

event = CancelEvent(order_id="AT-7")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old = event.json(by_alias=True)
print(caught[0].category.__name__)
#> PydanticDeprecatedSince20
print(old == event.model_dump_json(by_alias=True), old)
#> True {"orderId":"AT-7"}
# --8<-- [end:program]
