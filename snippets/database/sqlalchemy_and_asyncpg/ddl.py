# --8<-- [start:model]
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import CreateIndex, CreateTable
from warehouse import Base, Status


class Shipment(Base):
    __tablename__ = "shipments"
    __table_args__ = (
        Index(None, "carrier", postgresql_where=text("status <> 'shipped'")),  # (1)!
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))  # (2)!
    carrier: Mapped[str]
    status: Mapped[Status] = mapped_column(default=Status.NEW, server_default="new")
    label: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'"))  # (3)!
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # (4)!


# --8<-- [end:model]
# --8<-- [start:print]
table = Shipment.metadata.tables["shipments"]
print(CreateTable(table).compile(dialect=postgresql.dialect()))
for index in table.indexes:
    print(CreateIndex(index).compile(dialect=postgresql.dialect()))
# --8<-- [end:print]
