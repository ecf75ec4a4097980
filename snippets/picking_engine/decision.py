"""From which sector each product is picked: a pure function, no input or output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from picking_engine.models import Product, QueuedOrder, Sector

Load = Mapping[Sector, Decimal]


# --8<-- [start:decide]
def decide(
    products: Sequence[Product], queued: Load, predicted: Load
) -> dict[int, Sector]:
    """The sector for each product, by product id, in the order's own order.

    A product in one position is picked there. One in two positions goes to the sector
    with less work, the largest first; where both have the same, the robots take it.

    Args:
        products: of one order, each once.
        queued: the work of the orders that come before it.
        predicted: the work that is expected on top.
    """
    load = {
        sector: queued.get(sector, Decimal(0)) + predicted.get(sector, Decimal(0))
        for sector in Sector
    }
    decision: dict[int, Sector] = {}
    # Whoever has no choice goes first, so that the others see that work too.
    for product in sorted(products, key=_least_choice_and_largest_first):
        sector = min(product.sectors, key=lambda one: (load[one], one is Sector.MANUAL))
        load[sector] += product.amount
        decision[product.product_id] = sector
    return {product.product_id: decision[product.product_id] for product in products}


# --8<-- [end:decide]


def _least_choice_and_largest_first(product: Product) -> tuple[int, Decimal, int]:
    return len(product.sectors), -product.amount, product.product_id


# --8<-- [start:work-of]
def work_of(orders: Iterable[QueuedOrder]) -> dict[Sector, Decimal]:
    """How much the orders ask of each sector, as far as that is decided."""
    work = dict.fromkeys(Sector, Decimal(0))
    for order in orders:
        for product in order.products:
            if sector := order.sectors.get(product.product_id):
                work[sector] += product.amount
    return work


# --8<-- [end:work-of]
