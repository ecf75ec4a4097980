"""What crosses the edge of the service: requests, responses, events."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic.alias_generators import to_camel


# --8<-- [start:camel-model]
class CamelModel(BaseModel):
    """snake_case in Python, camelCase in JSON."""

    model_config = ConfigDict(
        alias_generator=to_camel, validate_by_name=True, frozen=True
    )


# --8<-- [end:camel-model]


# --8<-- [start:enums]
class StorageType(StrEnum):
    """The temperature at which a product is kept."""

    AMBIENT = "AMBIENT"
    CHILLED = "CHILLED"
    FROZEN = "FROZEN"


class Sector(StrEnum):
    """Where a picking position lies: on a shelf, or in the automated storage."""

    MANUAL = "MANUAL"
    AUTOMATED = "AUTOMATED"


# --8<-- [end:enums]


OrderId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,63}$")]


def each_once(sectors: list[Sector]) -> list[Sector]:
    """The sectors, if none stands there twice.

    Raises:
        ValueError: one does.
    """
    if len(set(sectors)) < len(sectors):
        raise ValueError("a sector stands there twice")
    return sectors


# --8<-- [start:product]
class Product(CamelModel):
    """One line of an order; it is stored in one sector or in both."""

    product_id: int = Field(gt=0, lt=2**31)
    amount: Decimal = Field(gt=0, max_digits=10, decimal_places=3)
    storage_type: StorageType
    sectors: Annotated[list[Sector], AfterValidator(each_once)] = Field(min_length=1)


# --8<-- [end:product]


# --8<-- [start:input-request]
class InputRequest(CamelModel):
    """An order that asks from where to pick its products."""

    order_id: OrderId
    warehouse_id: int = Field(gt=0)
    prioritisation_time: AwareDatetime
    products: list[Product] = Field(min_length=1)
    country: str | None = None
    # --8<-- [end:input-request]

    @model_validator(mode="after")
    def _name_each_product_once(self) -> Self:
        ids = [product.product_id for product in self.products]
        if len(set(ids)) < len(ids):
            raise ValueError("a product stands in the order twice")
        return self


# --8<-- [start:output-response]
class OutputResponse(CamelModel):
    """The decision: for each product, the sector that it is picked from."""

    order_id: OrderId
    sectors: dict[int, Sector]


# --8<-- [end:output-response]


# --8<-- [start:queued-order]
class QueuedOrder(InputRequest):
    """An order in Redis that waits to be picked, with what was decided for it."""

    sectors: dict[int, Sector]

    @classmethod
    def of(cls, order: InputRequest, sectors: dict[int, Sector]) -> QueuedOrder:
        """An order and its decision."""
        return cls(**dict(order), sectors=sectors)


# --8<-- [end:queued-order]


class OrderState(StrEnum):
    """What the warehouse tells about an order."""

    CREATED = "CREATED"
    PICKED = "PICKED"
    SHIPPED = "SHIPPED"


# --8<-- [start:events]
class OrderEvent(CamelModel):
    """The warehouse says how far an order is."""

    order_id: OrderId
    state: OrderState


class CancelEvent(CamelModel):
    """The customer took an order back."""

    order_id: OrderId


class PredictionEvent(CamelModel):
    """How much work each sector of a warehouse will get besides the orders known."""

    warehouse_id: int = Field(gt=0)
    computed_at: AwareDatetime
    volumes: dict[Sector, Annotated[Decimal, Field(ge=0)]]


# --8<-- [end:events]
