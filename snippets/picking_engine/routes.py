"""Routes for trying things out while one develops."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Annotated, ParamSpec, TypeVar

from fastapi import APIRouter, Depends, Query, Request

from picking_engine.config import Profile, read_environment
from picking_engine.errors import NotFoundError
from picking_engine.models import InputRequest, OutputResponse, QueuedOrder
from picking_engine.tenants import Tenant, Tenants

logger = logging.getLogger(__name__)
router = APIRouter(tags=["development"])

P = ParamSpec("P")
T = TypeVar("T")


# --8<-- [start:development-only]
def development_only(handler: Callable[P, T]) -> Callable[P, T]:
    """Keep a route out of staging and production."""

    @wraps(handler)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        profile = read_environment().profile
        if profile not in (Profile.DEVELOPMENT, Profile.TESTING):
            logger.warning("%s is called in %s", handler.__name__, profile)
        return handler(*args, **kwargs)

    return call


# --8<-- [end:development-only]


# --8<-- [start:dependency]
def get_tenants(request: Request) -> Tenants:
    """The tenants of the application that serves the request."""
    tenants: Tenants = request.app.state.tenants
    return tenants


TenantsDep = Annotated[Tenants, Depends(get_tenants)]
# --8<-- [end:dependency]


def find_tenant(tenants: Tenants, order: InputRequest) -> Tenant:
    """The tenant that an order is for: by its country, or else by its warehouse.

    Raises:
        NotFoundError: there is no such country or warehouse.
    """
    if order.country is None:
        return tenants.of_warehouse(order.warehouse_id)
    tenant = tenants.of_country(order.country)
    tenant.check_warehouse(order.warehouse_id)
    return tenant


# --8<-- [start:without-decision]
@router.post("/process_order_without_decision")
@development_only
def process_order_without_decision(
    order: InputRequest, tenants: TenantsDep
) -> OutputResponse:
    """Queue an order as it is: products in two positions stay undecided."""
    sectors = {
        product.product_id: product.sectors[0]
        for product in order.products
        if len(product.sectors) == 1
    }
    queued = QueuedOrder.of(order, sectors)
    find_tenant(tenants, order).repository.save(queued)
    return OutputResponse(order_id=order.order_id, sectors=sectors)


# --8<-- [end:without-decision]


# --8<-- [start:get-orders]
@router.get("/get_orders/{country}/{warehouse_id}")
@development_only
def get_orders(
    country: str, warehouse_id: int, tenants: TenantsDep
) -> list[QueuedOrder]:
    """The orders that wait in a warehouse, the first to be picked first."""
    tenant = tenants.of_country(country)
    tenant.check_warehouse(warehouse_id)
    return tenant.repository.orders(warehouse_id)


# --8<-- [end:get-orders]


# --8<-- [start:get-order-data]
@router.get("/get_order_data/{country}/{order_id}")
@development_only
async def get_order_data(
    country: str,
    order_id: str,
    tenants: TenantsDep,
    wait_seconds: Annotated[float, Query(alias="waitSeconds", ge=0, le=30)] = 0,
) -> QueuedOrder:
    """One order; with `waitSeconds`, the answer may wait until the order arrives."""
    repository = tenants.of_country(country).repository
    deadline = time.monotonic() + wait_seconds
    while (order := repository.get(order_id)) is None:
        if time.monotonic() >= deadline:
            raise NotFoundError(f"There is no order {order_id} in {country}.")
        time.sleep(0.1)
    return order


# --8<-- [end:get-order-data]
