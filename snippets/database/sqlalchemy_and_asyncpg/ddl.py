# /// script
# [tool.notes]
# browser = "it needs a driver of PostgreSQL"
# ///
# --8<-- [start:model]
from typing import Any
from uuid import UUID

from sqlalchemy import Index, create_engine, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import CreateIndex, CreateTable
from warehouse import Base, Status


class Shipment(Base):
    __tablename__ = "shipments"
    __table_args__ = (
        Index(None, "carrier", postgresql_where=text("status <> 'shipped'")),  # (1)!
    )

    id: Mapped[UUID] = mapped_column(
        primary_key=True,
        server_default=text("uuidv7()"),  # (2)!
    )
    carrier: Mapped[str]
    status: Mapped[Status] = mapped_column(default=Status.NEW, server_default="new")
    label: Mapped[dict[str, Any]] = mapped_column(
        JSONB,  # (3)!
        server_default=text("'{}'"),
    )
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # (4)!


# --8<-- [end:model]
engine = create_engine("postgresql+psycopg://")
table = Shipment.metadata.tables["shipments"]
print(CreateTable(table).compile(engine))
for index in table.indexes:
    print(CreateIndex(index).compile(engine))
