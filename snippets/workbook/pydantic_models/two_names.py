# --8<-- [start:quiz]
from picking_engine.models import CancelEvent

event = CancelEvent(order_id="AT-7")
print(event.model_dump())
print(event.model_dump(by_alias=True))
# --8<-- [end:quiz]
