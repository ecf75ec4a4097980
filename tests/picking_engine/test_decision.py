"""The decision, for any order and any work that waits."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from orders import model, queued

from picking_engine.decision import decide, work_of
from picking_engine.models import Product, Sector

AMOUNTS = st.decimals("0.001", "500", places=3)
LOADS = st.dictionaries(st.sampled_from(Sector), st.decimals("0", "10000", places=3))
SECTORS = st.lists(st.sampled_from(Sector), min_size=1, max_size=2, unique=True)
PRODUCTS = st.lists(
    st.builds(lambda number, amount, sectors: model(number, str(amount), *sectors),
              st.integers(1, 50), AMOUNTS, SECTORS),
    max_size=12,
    unique_by=lambda product: product.product_id,
)  # fmt: skip
Load = Mapping[Sector, Decimal]


@given(PRODUCTS, LOADS, LOADS)
def test_each_product_is_picked_once_where_it_is_stored(
    products: list[Product], queued: Load, predicted: Load
) -> None:
    decision = decide(products, queued, predicted)
    assert list(decision) == [product.product_id for product in products]
    assert all(decision[product.product_id] in product.sectors for product in products)


@given(PRODUCTS, LOADS, LOADS, st.randoms())
def test_the_order_of_the_products_does_not_matter(
    products: list[Product], queued: Load, predicted: Load, random: Random
) -> None:
    shuffled = random.sample(products, len(products))
    assert decide(shuffled, queued, predicted) == decide(products, queued, predicted)


@given(PRODUCTS, LOADS, LOADS)
def test_queued_and_predicted_work_count_alike(
    products: list[Product], queued: Load, predicted: Load
) -> None:
    assert decide(products, queued, predicted) == decide(products, predicted, queued)


@given(AMOUNTS, LOADS, st.sampled_from(Sector), AMOUNTS)
def test_more_work_in_a_sector_never_draws_a_product_there(
    amount: Decimal, load: Load, sector: Sector, more: Decimal
) -> None:
    product = model(1, str(amount), *Sector)
    before = decide([product], load, {})[1]
    after = decide([product], {**load, sector: load.get(sector, Decimal(0)) + more}, {})[1]
    assert before is after or after is not sector


@given(PRODUCTS, LOADS)
def test_nothing_moves_to_the_busier_sector(products: list[Product], queued: Load) -> None:
    """No product with a choice could go elsewhere and end before all that waits there."""
    decision = decide(products, queued, {})
    work = {sector: queued.get(sector, Decimal(0)) for sector in Sector}
    for product in products:
        work[decision[product.product_id]] += product.amount
    for product in products:
        if len(product.sectors) == 2:
            chosen = decision[product.product_id]
            (other,) = set(Sector) - {chosen}
            assert work[chosen] - product.amount <= work[other]


def test_the_robots_take_it_where_both_have_the_same_work() -> None:
    assert decide([model(1, "1", *Sector)], {}, {}) == {1: Sector.AUTOMATED}


def test_products_without_a_choice_weigh_before_those_with_one() -> None:
    products = [model(1, "1", *Sector), model(2, "5", Sector.AUTOMATED)]
    assert decide(products, {}, {}) == {1: Sector.MANUAL, 2: Sector.AUTOMATED}


def test_work_counts_where_it_was_decided_and_not_before() -> None:
    undecided = queued(2).model_copy(update={"sectors": {}})
    assert work_of([queued(1), queued(3), undecided]) == {
        Sector.MANUAL: Decimal(2),
        Sector.AUTOMATED: Decimal(0),
    }
