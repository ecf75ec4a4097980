# --8<-- [start:quiz]
from decimal import Decimal

from picking_engine.decision import decide
from picking_engine.models import Product, Sector, StorageType

apples = Product(
    product_id=7,
    amount=Decimal(5),
    storage_type=StorageType.CHILLED,
    sectors=(Sector.MANUAL, Sector.AUTOMATED),
)
queued = {Sector.AUTOMATED: Decimal(40)}
print(decide([apples], queued, {})[7])
print(decide([apples], {}, {})[7])
# --8<-- [end:quiz]
