import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    URL,
    CheckConstraint,
    DateTime,
    Enum,
    ForeignKey,
    Identity,
    MetaData,
    func,
    make_url,
)
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


# --8<-- [start:base]
class Status(StrEnum):
    NEW = "new"
    PACKED = "packed"
    SHIPPED = "shipped"


class Base(AsyncAttrs, DeclarativeBase):
    metadata = MetaData(
        naming_convention={  # (1)!
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # (2)!
        datetime: DateTime(timezone=True),
        Status: Enum(
            Status,
            native_enum=False,
            create_constraint=True,
            name="status",
            length=20,
            values_callable=lambda states: [state.value for state in states],
        ),
    }


# --8<-- [end:base]
# --8<-- [start:models]
class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    credit: Mapped[int] = mapped_column(
        CheckConstraint("credit >= 0", name="credit"), default=0
    )


class Order(Base):
    __tablename__ = "orders"
    __mapper_args__ = {"eager_defaults": True}  # (1)!

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    status: Mapped[Status] = mapped_column(default=Status.NEW)  # (2)!
    paid: Mapped[bool | None]  # (3)!
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())  # (4)!
    updated_at: Mapped[datetime] = mapped_column(
        server_default=func.now(), onupdate=func.now()
    )
    customer: Mapped[Customer] = relationship(lazy="raise")
    lines: Mapped[list["OrderLine"]] = relationship(
        lazy="raise",  # (5)!
        back_populates="order",
    )


class OrderLine(Base):
    __tablename__ = "order_lines"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    sku: Mapped[str]
    quantity: Mapped[int]
    order: Mapped[Order] = relationship(lazy="raise", back_populates="lines")


# --8<-- [end:models]
# --8<-- [start:database]
def database_url() -> URL:
    return make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+asyncpg")


@asynccontextmanager
async def database(**options: Any) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(database_url(), **options)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield engine
    await engine.dispose()


# --8<-- [end:database]
